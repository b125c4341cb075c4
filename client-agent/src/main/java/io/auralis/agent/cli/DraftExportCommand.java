package io.auralis.agent.cli;

import io.auralis.agent.home.AtomicFile;
import io.auralis.agent.signature.Draft;
import io.auralis.agent.signature.Drafts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code auralis library draft export}. */
@Command(
        name = "export",
        description =
                "Write a draft as a proposal for the maintainers: figures of all its tracks together, none of one track.",
        footer = {"", "Example: auralis library draft export draft proposal.json"})
final class DraftExportCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(index = "0", paramLabel = "NAME", description = "The draft.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Parameters(index = "1", paramLabel = "FILE", description = "Where to.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    DraftExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Draft draft = new Drafts(session.home()).get(name);
        if (Files.exists(file)) {
            throw new IllegalArgumentException(file + " is there already.");
        }
        AtomicFile.write(file, draft.candidate().bytes());
        if (output.json) {
            Output.printJson(session.out(), draft.candidate());
        } else {
            session.out().println("Written: " + file + ". It is sent nowhere; hand it to a maintainer if you like.");
        }
        return ExitCode.OK;
    }
}
