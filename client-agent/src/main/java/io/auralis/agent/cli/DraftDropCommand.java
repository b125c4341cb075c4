package io.auralis.agent.cli;

import io.auralis.agent.signature.Draft;
import io.auralis.agent.signature.Drafts;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code auralis library draft drop}. */
@Command(
        name = "drop",
        description = "Delete a draft.",
        footer = {"", "Example: auralis library draft drop draft"})
final class DraftDropCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(index = "0", paramLabel = "NAME", description = "The draft.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    DraftDropCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Drafts drafts = new Drafts(session.home());
        Draft draft = drafts.get(name);
        drafts.drop(name);
        if (output.json) {
            Output.printJson(session.out(), DraftView.of(draft));
        } else {
            session.out().println("The draft " + name + " is deleted.");
        }
        return ExitCode.OK;
    }
}
