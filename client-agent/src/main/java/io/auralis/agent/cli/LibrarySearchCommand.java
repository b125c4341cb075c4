package io.auralis.agent.cli;

import io.auralis.agent.library.Library;
import io.auralis.agent.library.LibraryTrack;
import io.auralis.agent.library.PackedFingerprints;
import io.auralis.contracts.basemodel.RecordingType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code auralis library search}. */
@Command(
        name = "search",
        description = "Find tracks by words of their tags and path, by kind of recording, and by what they measure.",
        footer = {"", "Example: auralis library search live --type bootleg --range tempo_bpm=120..140"})
final class LibrarySearchCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "WORD", arity = "0..*", description = "Each must be in title, artist, album or path.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--type", paramLabel = "TYPE", description = "Only studio, metal, bootleg or unknown.")
    private @Nullable String type;

    @Option(
            names = "--range",
            paramLabel = "KEY=FROM..TO",
            converter = FeatureRange.Converter.class,
            description = "A dimension's range in its unit, as lufs=..-14; several must all hold.")
    private List<FeatureRange> ranges = new ArrayList<>();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "List at most so many tracks; default: ${DEFAULT-VALUE}.")
    private int limit;

    LibrarySearchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        RecordingType wanted = type == null ? null : RecordingTypes.parse(type);
        List<String> lower =
                words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        List<LibraryListing.Row> rows;
        try (Library library = LibraryAccess.open(session)) {
            LibraryListing listing = new LibraryListing(session, library);
            PackedFingerprints figures = listing.fingerprints();
            rows = listing
                    .rows(
                            track -> holdsAll(track, lower),
                            index -> ranges.stream()
                                    .allMatch(range -> range.holds(figures.value(index, range.dimension()))))
                    .stream()
                    .filter(row -> wanted == null || row.type() == wanted)
                    .toList();
        }
        if (output.json) {
            Output.printJson(session.out(), rows.stream().limit(limit).toList());
        } else {
            session.out().println(rows.size() + (rows.size() == 1 ? " track." : " tracks."));
            LibraryListing.lines(rows, limit).forEach(session.out()::println);
        }
        return ExitCode.OK;
    }

    private static boolean holdsAll(LibraryTrack track, List<String> words) {
        String text = (track.title() + "\n" + track.artist() + "\n" + track.album() + "\n" + track.path())
                .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }
}
