package io.auralis.engine.mastering;

import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.media.Samples;
import java.util.Arrays;

/** What a converter makes of a track that is too loud for it. */
final class CutOff {
    private CutOff() {}

    /** @param level magnitude that no sample is over */
    static MemoryTrack at(double level, MemoryTrack whole) {
        double[][] samples = Arrays.stream(Samples.of(whole))
                .map(channel -> Arrays.stream(channel)
                        .map(sample -> Math.max(-level, Math.min(level, sample)))
                        .toArray())
                .toArray(double[][]::new);
        return new MemoryTrack(whole.format().sampleRateHz(), samples);
    }
}
