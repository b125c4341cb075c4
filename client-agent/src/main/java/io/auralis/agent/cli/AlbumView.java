package io.auralis.agent.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.mastering.AlbumLevel;
import io.auralis.engine.plan.MasteringPlan;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What {@code master --album --json} prints.
 *
 * @param album what was decided for all; missing where an earlier run had done all of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlbumView(
        @Nullable Decision album,
        List<BatchView.Mastered> files,
        List<BatchResult.Skipped> skipped,
        List<BatchView.Failed> failed) {
    /**
     * @param integratedLufs before, over all tracks together; null for silence
     * @param targetLufs what was planned; null for silence
     * @param reachedLufs of the outputs together; null where not all were written by this run
     * @param gainDb by how much each track's loudness is changed
     * @param heldBackDb how much of it the crest guard held back
     * @param heldBackBy for the sake of which file
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Decision(
            @Nullable Double integratedLufs,
            @Nullable Double targetLufs,
            @Nullable Double reachedLufs,
            double gainDb,
            double heldBackDb,
            @Nullable String heldBackBy,
            Detection detection,
            List<String> notes) {
        static Decision of(HeardAlbum album) {
            AlbumLevel level = album.level();
            OptionalDouble reached = album.reachedLufs();
            return new Decision(
                    finite(level.integratedLufs()),
                    finite(level.targetLufs()),
                    reached.isPresent() ? finite(reached.getAsDouble()) : null,
                    level.gainDb(),
                    level.heldBackDb(),
                    level.heldBackBy().orElse(null),
                    album.decided().detection(),
                    level.note().stream().toList());
        }

        private static @Nullable Double finite(double level) {
            return Double.isFinite(level) ? level : null;
        }
    }

    /** What a dry run prints of the album. */
    record Planned(Decision album, List<Track> files) {
        record Track(String input, String output, MasteringPlan plan) {}

        static Planned of(HeardAlbum album) {
            return new Planned(
                    Decision.of(album),
                    album.tracks().entrySet().stream()
                            .map(one -> new Track(
                                    one.getKey().input().toString(),
                                    one.getKey().output().toString(),
                                    one.getValue().plan()))
                            .toList());
        }
    }

    static AlbumView of(AlbumRun.Result result) {
        BatchView batch = BatchView.of(result.batch());
        return new AlbumView(
                result.heard().map(Decision::of).orElse(null), batch.files(), batch.skipped(), batch.failed());
    }
}
