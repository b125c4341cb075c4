package io.auralis.agent.cli;

import io.auralis.agent.library.Library;
import io.auralis.agent.library.LibraryTrack;
import io.auralis.agent.library.PackedFingerprints;
import io.auralis.agent.signature.Similarity;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.engine.decoding.ContainedDecoder;
import io.auralis.engine.mastering.Masterer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code auralis library similar}. */
@Command(
        name = "similar",
        description = "Find the tracks most like one, with what they have in common and what not.",
        footer = {
            "",
            "The track may be any file, in the library or not.",
            "",
            "Example: auralis library similar song.flac --count 5"
        })
final class LibrarySimilarCommand implements Callable<Integer> {
    /** A line names so many dimensions that agree, and so many that differ. */
    private static final int NAMED = 3;

    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "FILE", description = "A track.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "10",
            description = "How many; default: ${DEFAULT-VALUE}.")
    private int count;

    LibrarySimilarCommand(Session session) {
        this.session = session;
    }

    /**
     * A neighbour as {@code --json} prints it.
     *
     * @param distance 0 for the same figures; 1 if each dimension differed by its whole typical range
     * @param dimensions every dimension, the one that differs most first
     */
    record View(String path, String title, String artist, double distance, List<Similarity.Difference> dimensions) {}

    @Override
    public Integer call() {
        if (count < 1) {
            throw new IllegalArgumentException("--count must be 1 or more but is " + count + ".");
        }
        List<View> views = new ArrayList<>();
        try (Library library = LibraryAccess.open(session)) {
            PackedFingerprints tracks = LibraryAccess.fingerprints(library);
            Optional<Long> known = known(library);
            Fingerprint fingerprint = known.flatMap(id -> find(tracks, id)).orElseGet(this::heard);
            for (Similarity.Neighbour neighbour :
                    new Similarity(tracks).nearest(fingerprint, known.orElse(0L), count)) {
                LibraryTrack track = library.track(neighbour.id());
                views.add(new View(
                        track.path(), track.title(), track.artist(), neighbour.distance(), neighbour.dimensions()));
            }
        }
        if (output.json) {
            Output.printJson(session.out(), views);
        } else {
            views.forEach(this::print);
        }
        return ExitCode.OK;
    }

    private Optional<Long> known(Library library) {
        try {
            return library.trackAt(file.toRealPath().toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<Fingerprint> find(PackedFingerprints tracks, long id) {
        for (int i = 0; i < tracks.size(); i++) {
            if (tracks.id(i) == id) {
                return Optional.of(tracks.fingerprint(i));
            }
        }
        return Optional.empty();
    }

    private Fingerprint heard() {
        try (ContainedDecoder decoder = new ContainedDecoder();
                ProgressBar progress = new ProgressBar(session)) {
            return new Masterer(decoder).analyse(file, progress).fingerprint();
        }
    }

    private void print(View view) {
        session.out().println(String.format(Locale.ROOT, "%.3f  %s", view.distance(), view.path()));
        List<Similarity.Difference> all = view.dimensions();
        session.out()
                .println("       alike in "
                        + all.subList(all.size() - NAMED, all.size()).stream()
                                .map(one -> one.dimension().key())
                                .collect(Collectors.joining(", "))
                        + "; differs in "
                        + all.subList(0, NAMED).stream()
                                .map(LibrarySimilarCommand::words)
                                .collect(Collectors.joining(", ")));
    }

    private static String words(Similarity.Difference one) {
        return String.format(
                Locale.ROOT, "%s (%.4g against %.4g)", one.dimension().key(), one.there(), one.here());
    }
}
