package io.auralis.agent.cli;

import io.auralis.agent.library.Library;
import io.auralis.contracts.basemodel.RecordingType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code auralis library show}. */
@Command(
        name = "show",
        description = "Show what is in the library, and what kind of recording each track is.",
        footer = {"", "Example: auralis library show --type bootleg"})
final class LibraryShowCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Option(names = "--type", paramLabel = "TYPE", description = "Only studio, metal, bootleg or unknown.")
    private @Nullable String type;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "List at most so many tracks; default: ${DEFAULT-VALUE}.")
    private int limit;

    LibraryShowCommand(Session session) {
        this.session = session;
    }

    /**
     * What {@code --json} prints.
     *
     * @param tracks of different content, of which a file is there
     * @param files that hold them
     * @param missing files that are gone with their content
     * @param refused files that cannot be heard
     * @param seconds of music
     * @param types tracks per recording type
     * @param list the tracks, by path
     */
    record View(
            long tracks,
            long files,
            long missing,
            long refused,
            double seconds,
            Map<RecordingType, Integer> types,
            List<LibraryListing.Row> list) {}

    @Override
    public Integer call() {
        RecordingType wanted = type == null ? null : RecordingTypes.parse(type);
        try (Library library = LibraryAccess.open(session)) {
            List<LibraryListing.Row> all = new LibraryListing(session, library).rows(track -> true, index -> true);
            Map<RecordingType, Integer> types = new EnumMap<>(RecordingType.class);
            all.forEach(row -> types.merge(row.type(), 1, Integer::sum));
            List<LibraryListing.Row> rows = all.stream()
                    .filter(row -> wanted == null || row.type() == wanted)
                    .toList();
            Library.Counts counts = library.counts();
            if (output.json) {
                Output.printJson(
                        session.out(),
                        new View(
                                counts.tracks(),
                                counts.files(),
                                counts.missing(),
                                counts.refused(),
                                counts.seconds(),
                                types,
                                rows.stream().limit(limit).toList()));
            } else {
                lines(counts, types, rows).forEach(session.out()::println);
            }
        }
        return ExitCode.OK;
    }

    private List<String> lines(
            Library.Counts counts, Map<RecordingType, Integer> types, List<LibraryListing.Row> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%d tracks in %d files, %.1f hours of music; %d files missing, %d that cannot be heard.",
                counts.tracks(),
                counts.files(),
                counts.seconds() / 3600,
                counts.missing(),
                counts.refused()));
        types.forEach((kind, number) -> lines.add("  " + number + " " + kind));
        lines.add("");
        lines.addAll(LibraryListing.lines(rows, limit));
        return lines;
    }
}
