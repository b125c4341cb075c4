package io.auralis.agent.cli;

import io.auralis.agent.signature.Draft;
import io.auralis.agent.signature.Drafts;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code auralis library draft rename}. */
@Command(
        name = "rename",
        description = "Give a draft another name.",
        footer = {"", "Example: auralis library draft rename draft bright-and-narrow"})
final class DraftRenameCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(index = "0", paramLabel = "NAME", description = "The draft.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Parameters(index = "1", paramLabel = "NEW", description = "Its new name.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String newName;

    DraftRenameCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Draft draft = new Drafts(session.home()).rename(name, newName);
        if (output.json) {
            Output.printJson(session.out(), DraftView.of(draft));
        } else {
            session.out().println("The draft " + name + " is called " + draft.name() + " now.");
        }
        return ExitCode.OK;
    }
}
