package io.auralis.agent.cli;

import io.auralis.agent.transfer.PersonalArchive;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code auralis export-personal}. */
@Command(
        name = "export-personal",
        description = "Write your ratings, profile, history, gear and hearing into one archive.",
        footer = {
            "",
            "The archive is yours alone: it holds track names and comments. Sharing stays on this machine.",
            "",
            "Example: auralis export-personal auralis-personal.zip"
        })
final class ExportPersonalCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "FILE", description = "The archive to write; must not exist yet.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    ExportPersonalCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        new PersonalArchive(session.home(), session.clock()).write(file);
        if (output.json) {
            Output.printJson(session.out(), new View(file.toString()));
        } else {
            session.out().println("Written: " + file);
        }
        return ExitCode.OK;
    }

    private record View(String output) {}
}
