package io.auralis.agent.cli;

import io.auralis.agent.transfer.PersonalArchive;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code auralis import-personal}. */
@Command(
        name = "import-personal",
        description = "Take over an archive of export-personal, whole or not at all, or merge it into what is here.",
        footer = {
            "",
            "What was merged in is not shared from here: the machine that it was given on does that.",
            "",
            "Example: auralis import-personal auralis-personal.zip"
        })
final class ImportPersonalCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "FILE", description = "An archive written by export-personal.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    /** At most one of the two. */
    static final class How {
        @Option(names = "--replace", description = "Put it in the place of the ratings and the profile that are here.")
        private boolean replace;

        @Option(
                names = "--merge",
                description = "Add its ratings, auditions and masterings to those that are here, each once; the "
                        + "profile here stays and learns from them.")
        private boolean merge;
    }

    @ArgGroup
    private @Nullable How how;

    ImportPersonalCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        PersonalArchive archive = new PersonalArchive(session.home(), session.clock());
        if (how != null && how.merge) {
            merge(archive);
            return ExitCode.OK;
        }
        PersonalArchive.Imported imported = archive.read(file, how != null && how.replace);
        if (output.json) {
            Output.printJson(session.out(), imported);
        } else {
            session.out()
                    .println("Imported " + imported.ratings() + " ratings, " + imported.jobs() + " jobs and "
                            + imported.versions() + " profile versions.");
        }
        return ExitCode.OK;
    }

    private void merge(PersonalArchive archive) {
        PersonalArchive.MergedLayer merged = archive.merge(file);
        if (output.json) {
            Output.printJson(session.out(), merged);
            return;
        }
        session.out()
                .println("Merged: " + merged.added() + " ratings and auditions added, " + merged.corrected()
                        + " corrected, " + merged.known() + " were here already; " + merged.jobs() + " jobs added.");
        merged.versions().forEach(reason -> session.out().println("New profile version " + reason));
    }
}
