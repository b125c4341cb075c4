package io.auralis.agent.cli;

import io.auralis.agent.personal.PersonalLayer;
import io.auralis.agent.personal.PersonalProfile;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code auralis profile diff}. */
@Command(
        name = "diff",
        description = "Show what differs between two versions of your profile.",
        footer = {"", "Example: auralis profile diff 1.0 1.2"})
final class ProfileDiffCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "FROM", index = "0", description = "A version, as profile history names it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String from;

    @Parameters(paramLabel = "TO", index = "1", arity = "0..1", description = "Another; default: the one in force.")
    private @Nullable String to;

    ProfileDiffCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        PersonalLayer layer = session.personalLayer();
        PersonalProfile before = layer.version(from).profile();
        PersonalProfile after = to == null ? layer.current() : layer.version(to).profile();
        List<ProfileView.Change> changes = ProfileView.changes(before, after);
        if (output.json) {
            Output.printJson(session.out(), changes);
        } else if (changes.isEmpty()) {
            session.out().println("No difference.");
        } else {
            changes.forEach(change -> session.out().println(change.line()));
        }
        return ExitCode.OK;
    }
}
