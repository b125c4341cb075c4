package io.auralis.agent.cli;

import io.auralis.agent.transfer.PersonalArchive;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code auralis import-personal}. */
@Command(
        name = "import-personal",
        description = "Take over an archive of export-personal, whole or not at all.",
        footer = {"", "Example: auralis import-personal auralis-personal.zip"})
final class ImportPersonalCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "FILE", description = "An archive written by export-personal.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--replace", description = "Put it in the place of the ratings and the profile that are here.")
    private boolean replace;

    ImportPersonalCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        PersonalArchive.Imported imported = new PersonalArchive(session.home(), session.clock()).read(file, replace);
        if (output.json) {
            Output.printJson(session.out(), imported);
        } else {
            session.out()
                    .println("Imported " + imported.ratings() + " ratings, " + imported.jobs() + " jobs and "
                            + imported.versions() + " profile versions.");
        }
        return ExitCode.OK;
    }
}
