package io.auralis.engine.mastering;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.engine.curves.CurveRecorder;
import io.auralis.engine.curves.TrackCurves;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.media.Tag;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.MasteringPlan;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was done to a track.
 *
 * @param output the file written
 * @param plan what was decided
 * @param before the input's meters
 * @param after the output's meters, read from the very samples in the file
 * @param fingerprint of what was mastered: the input, or the input with its clipped samples restored
 * @param detection what that was recognised as
 * @param declip what was done to clipped samples
 * @param levelling how the output's level was reached
 * @param tags the input's
 * @param curves the tracks as curves, where they were asked for
 * @param notes where the result differs from the plan and why, and what a listener should know, a sentence each
 */
public record MasteringReport(
        Path output,
        MasteringPlan plan,
        Meters before,
        Meters after,
        Fingerprint fingerprint,
        Detection detection,
        DeclipReport declip,
        Levelling levelling,
        List<Tag> tags,
        @Nullable Curves curves,
        List<String> notes) {
    public MasteringReport {
        tags = List.copyOf(tags);
        notes = List.copyOf(notes);
    }

    /**
     * @param before the input's
     * @param after the output's, from the very samples in the file
     */
    public record Curves(TrackCurves before, TrackCurves after) {
        /** Null where they were not recorded. */
        static @Nullable Curves of(@Nullable CurveRecorder before, @Nullable TrackCurves after) {
            return before == null || after == null ? null : new Curves(before.finish(), after);
        }
    }

    /** The same without what takes room, for keeping many. */
    public MasteringReport withoutCurves() {
        return new MasteringReport(
                output, plan, before, after, fingerprint, detection, declip, levelling, tags, null, notes);
    }
}
