package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.curves.CurveRecorder;
import io.auralis.engine.curves.TrackCurves;
import io.auralis.engine.meter.LoudnessBlocks;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.meter.TrackMeter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hears an output on its way: what the file is accepted by, and what a report tells of it. */
final class OutputMeter {
    private final TrackMeter meter;

    private final @Nullable CurveRecorder recorder;

    /** @param curves whether they are recorded besides */
    OutputMeter(AudioFormat format, boolean curves) {
        this.meter = new TrackMeter(format);
        this.recorder = curves ? new CurveRecorder(format) : null;
    }

    /** Those that must hear each block; they may do so at the same time. */
    List<Consumer<AudioBlock>> parts() {
        return recorder == null ? List.of(meter::accept) : List.of(meter::accept, recorder::accept);
    }

    /** Reads everything. Call once, after the last block. */
    Reading finish() {
        Meters meters = meter.finish();
        return new Reading(meters, meter.loudness().blocks(), recorder == null ? null : recorder.finish());
    }

    /**
     * @param meters the usual figures
     * @param loudness the blocks, to be put together with other tracks'
     * @param curves if they were recorded
     */
    record Reading(
            Meters meters,
            LoudnessBlocks loudness,
            @Nullable TrackCurves curves) {
        /** The higher of the standard's 4x true peak and our 16x one, which is what keeps a ceiling. */
        double highestPeakDbtp() {
            return Math.max(meters.truePeakDbtp(), meters.truePeak16xDbtp());
        }
    }
}
