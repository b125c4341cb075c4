package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.meter.LoudnessBlocks;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.meter.TrackMeter;

/** Reads the meters of samples on their way, and the true peak by the stricter 16x meter too. */
final class OutputMeter {
    private final TrackMeter meter;

    OutputMeter(AudioFormat format) {
        this.meter = new TrackMeter(format);
    }

    void accept(AudioBlock block) {
        meter.accept(block);
    }

    /** Reads everything. Call once, after the last block. */
    Reading finish() {
        Meters meters = meter.finish();
        return new Reading(
                meters,
                Math.max(meters.truePeakDbtp(), meter.safetyPeakDbtp()),
                meter.loudness().blocks());
    }

    /**
     * @param meters the usual figures
     * @param highestPeakDbtp the higher of the standard's 4x true peak and our 16x one
     * @param loudness the blocks, to be put together with other tracks'
     */
    record Reading(Meters meters, double highestPeakDbtp, LoudnessBlocks loudness) {}
}
