package io.auralis.agent.cli;

import io.auralis.agent.library.Library;
import io.auralis.agent.library.LibraryTrack;
import io.auralis.agent.library.PackedFingerprints;
import io.auralis.agent.models.ModelStore;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.detection.Detector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The library's tracks with what the model in force takes each for; recognised anew, so never by an old model. */
final class LibraryListing {
    /**
     * A track as a list shows it.
     *
     * @param path one of its files
     * @param title from its tags, empty where it has none; so are artist and album
     * @param seconds 0 where its file does not state its length
     */
    record Row(
            String path,
            String title,
            String artist,
            String album,
            double seconds,
            RecordingType type,
            double confidence) {}

    private final PackedFingerprints fingerprints;
    private final Map<Long, Integer> indexes = new HashMap<>();
    private final List<LibraryTrack> tracks;
    private final Detector detector;

    LibraryListing(Session session, Library library) {
        BaseModel model = new ModelStore(session.home()).active().model();
        this.detector = new Detector(model);
        this.fingerprints = library.fingerprints();
        for (int i = 0; i < fingerprints.size(); i++) {
            indexes.put(fingerprints.id(i), i);
        }
        this.tracks = library.tracks();
    }

    /** @param wanted of a track and the index of its fingerprint */
    List<Row> rows(Predicate<LibraryTrack> wanted, Predicate<Integer> wantedFigures) {
        List<Row> rows = new ArrayList<>();
        for (LibraryTrack track : tracks) {
            Integer index = indexes.get(track.id());
            if (index != null && wanted.test(track) && wantedFigures.test(index)) {
                Detection detection = detector.detect(fingerprints.fingerprint(index));
                rows.add(new Row(
                        track.path(),
                        track.title(),
                        track.artist(),
                        track.album(),
                        track.seconds(),
                        detection.type(),
                        detection.confidence()));
            }
        }
        return rows;
    }

    PackedFingerprints fingerprints() {
        return fingerprints;
    }

    static List<String> lines(List<Row> rows, int most) {
        Table table = new Table();
        rows.stream()
                .limit(most)
                .forEach(row -> table.row(
                        row.type() + String.format(Locale.ROOT, " %.2f", row.confidence()),
                        row.seconds() == 0 ? "" : minutes(row.seconds()),
                        row.title().isEmpty() ? "" : (row.artist() + " " + row.title()).strip(),
                        row.path()));
        List<String> lines = new ArrayList<>(table.lines());
        if (rows.size() > most) {
            lines.add("and " + (rows.size() - most) + " more; --limit shows more, --json as many.");
        }
        return lines;
    }

    private static String minutes(double seconds) {
        long whole = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
