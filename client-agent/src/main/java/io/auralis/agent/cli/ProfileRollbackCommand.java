package io.auralis.agent.cli;

import io.auralis.agent.personal.PersonalLayer;
import io.auralis.agent.personal.ProfileVersion;
import io.auralis.agent.personal.Rollback;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code auralis profile rollback}. */
@Command(
        name = "rollback",
        description = "Restore an earlier version of your profile, as a new one.",
        footer = {
            "",
            "What you asked for before the rollback moves nothing any more; new ratings do.",
            "",
            "Example: auralis profile rollback 1.1"
        })
final class ProfileRollbackCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "VERSION", arity = "0..1", description = "Default: the one before the one in force.")
    private @Nullable String version;

    ProfileRollbackCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        PersonalLayer layer = session.personalLayer();
        ProfileVersion made =
                new Rollback(session.home(), layer).to(version == null ? previous(layer.history()) : version);
        if (output.json) {
            Output.printJson(session.out(), ProfileView.Version.of(made));
        } else {
            session.out().println("New profile version " + made.reason());
        }
        return ExitCode.OK;
    }

    private static String previous(List<ProfileVersion> history) {
        if (history.size() < 2) {
            throw new IllegalArgumentException("There is no earlier version of the profile to go back to.");
        }
        return history.get(1).version();
    }
}
