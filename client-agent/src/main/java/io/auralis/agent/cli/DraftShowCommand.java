package io.auralis.agent.cli;

import io.auralis.agent.signature.Draft;
import io.auralis.agent.signature.Drafts;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code auralis library draft show}. */
@Command(
        name = "show",
        description = "Show a draft: what it is of, and its ranges.",
        footer = {"", "Example: auralis library draft show draft"})
final class DraftShowCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(index = "0", paramLabel = "NAME", description = "The draft.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    DraftShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Draft draft = new Drafts(session.home()).get(name);
        if (output.json) {
            Output.printJson(session.out(), DraftView.of(draft));
        } else {
            CharacterizationText.draft(draft).forEach(session.out()::println);
        }
        return ExitCode.OK;
    }
}
