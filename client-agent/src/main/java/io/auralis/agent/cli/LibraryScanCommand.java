package io.auralis.agent.cli;

import io.auralis.agent.library.Library;
import io.auralis.agent.scan.LibraryScan;
import io.auralis.agent.scan.ScanResult;
import io.auralis.agent.scan.Unheard;
import io.auralis.engine.decoding.ContainedDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code auralis library scan}. */
@Command(
        name = "scan",
        description = "Hear every track under some folders, and keep its fingerprint.",
        footer = {
            "",
            "A track is known by its content: what was renamed or moved is recognised, and only what is new is heard. A"
                    + " scan that was stopped, however it was, goes on where it stopped. What cannot be heard is listed"
                    + " at the end, and is no failure of the scan.",
            "",
            "Example: auralis library scan ~/Music"
        })
final class LibraryScanCommand implements Callable<Integer> {
    /** A text for people names so many; --json names all. */
    private static final int MOST_LISTED = 20;

    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "FOLDER", arity = "1..*", description = "Folders, at any depth; or files.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Tracks worked on at a time; default: as many as there are cores.")
    private @Nullable Integer jobs;

    @Option(names = "--read-all", description = "Read the content of files, too, whose size and time are as they were.")
    private boolean readAll;

    LibraryScanCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ScanResult result;
        // The decoder starts while the store is opened.
        try (ContainedDecoder decoder = new ContainedDecoder();
                Library library = Library.open(session.home());
                ProgressBar progress = new ProgressBar(session)) {
            result = new LibraryScan(library, decoder, session.clock(), readAll)
                    .run(folders, BatchOptions.jobs(jobs), progress);
        }
        if (output.json) {
            Output.printJson(session.out(), result);
        } else {
            lines(result).forEach(session.out()::println);
        }
        return ExitCode.OK;
    }

    private static List<String> lines(ScanResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(result.heard() + " heard, " + result.recognised() + " recognised by their content, "
                + result.unchanged() + " unchanged, " + result.moved() + " moved away, " + result.missing()
                + " missing, " + result.broken().size() + " broken, "
                + result.unreadable().size() + " unreadable, "
                + result.notAudio().size() + " no audio.");
        add(lines, "Broken: ", result.broken());
        add(lines, "Unreadable: ", result.unreadable());
        add(
                lines,
                "No audio: ",
                result.notAudio().stream().map(path -> new Unheard(path, "")).toList());
        return lines;
    }

    private static void add(List<String> lines, String what, List<Unheard> files) {
        files.stream()
                .limit(MOST_LISTED)
                .forEach(file -> lines.add(what + file.path() + (file.reason().isEmpty() ? "" : ": " + file.reason())));
        if (files.size() > MOST_LISTED) {
            lines.add(what + "and " + (files.size() - MOST_LISTED) + " more; --json lists all.");
        }
    }
}
