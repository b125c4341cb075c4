package io.auralis.agent.cli;

import io.auralis.agent.batch.BatchItem;
import io.auralis.agent.batch.Workers;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.mastering.AlbumLevel;
import io.auralis.engine.mastering.AlbumMasterer;
import io.auralis.engine.mastering.AlbumTrack;
import io.auralis.engine.mastering.AlbumTrackReport;
import io.auralis.engine.mastering.DecidedAlbum;
import io.auralis.engine.mastering.MasteringReport;
import io.auralis.engine.mastering.ShapedTrack;
import io.auralis.engine.media.MediaException;
import io.auralis.engine.meter.LoudnessBlocks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** An album of which every track was heard, and what was decided for it. */
final class HeardAlbum {
    private final AlbumMasterer masterer;
    private final DecidedAlbum decided;
    private final AlbumLevel level;
    private final Map<BatchItem, ShapedTrack> tracks = new LinkedHashMap<>();
    private final List<LoudnessBlocks> written = new ArrayList<>();

    private HeardAlbum(AlbumMasterer masterer, DecidedAlbum decided, AlbumLevel level, List<BatchItem> items) {
        this.masterer = masterer;
        this.decided = decided;
        this.level = level;
        for (int track = 0; track < items.size(); track++) {
            tracks.put(items.get(track), level.tracks().get(track));
        }
    }

    /**
     * Hears all tracks and decides; writes nothing.
     *
     * @throws MediaException if a single one cannot be read to its end: an album lacks no track
     */
    static HeardAlbum of(AlbumMasterer masterer, List<BatchItem> items, int jobs, BatchProgress progress) {
        try {
            List<AlbumTrack> heard =
                    Workers.each(items, jobs, item -> masterer.listen(item.input(), item.output(), progress.of(item)));
            DecidedAlbum decided = masterer.decide(heard);
            Map<BatchItem, AlbumTrack> byItem = new LinkedHashMap<>();
            for (int track = 0; track < items.size(); track++) {
                byItem.put(items.get(track), heard.get(track));
            }
            List<ShapedTrack> shaped = Workers.each(
                    List.copyOf(byItem.entrySet()),
                    jobs,
                    one -> masterer.shape(one.getValue(), decided, progress.of(one.getKey())));
            return new HeardAlbum(masterer, decided, masterer.level(decided, shaped), items);
        } catch (MediaException e) {
            throw new MediaException(e.kind(), "Nothing of the album was mastered: " + e.getMessage(), e);
        }
    }

    DecidedAlbum decided() {
        return decided;
    }

    AlbumLevel level() {
        return level;
    }

    Map<BatchItem, ShapedTrack> tracks() {
        return tracks;
    }

    /** Writes one of its tracks. */
    MasteringReport master(BatchItem item, Progress progress) {
        ShapedTrack track = tracks.get(item);
        if (track == null) {
            throw new IllegalArgumentException(item.input() + " is no track of the album");
        }
        AlbumTrackReport report = masterer.master(track, decided, level, item.output(), progress);
        synchronized (written) {
            written.add(report.loudness());
        }
        return report.report();
    }

    /** The outputs' integrated loudness together, LUFS; empty if not all of them were written by this run. */
    OptionalDouble reachedLufs() {
        synchronized (written) {
            return written.size() == tracks.size()
                    ? OptionalDouble.of(LoudnessBlocks.together(written).integratedLufs())
                    : OptionalDouble.empty();
        }
    }
}
