package io.auralis.engine.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.MemoryTrack;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoudnessBlocksTest {
    private static final int RATE_HZ = 48_000;

    /** A 997 Hz tone in both channels, which reads as loud as its peak. */
    private static LoudnessBlocks tone(double seconds, double lufs) {
        double[] samples = MemoryTrack.tone(RATE_HZ, seconds, 997, lufs);
        LoudnessMeter meter = new LoudnessMeter(new AudioFormat(RATE_HZ, 2));
        AudioBlock block = new AudioBlock(2, samples.length);
        System.arraycopy(samples, 0, block.channel(0), 0, samples.length);
        System.arraycopy(samples, 0, block.channel(1), 0, samples.length);
        block.setFrames(samples.length);
        meter.accept(block);
        return meter.blocks();
    }

    @Test
    void theGatesActOnTheBlocksOfAllTracksTogether() {
        LoudnessBlocks together = LoudnessBlocks.together(List.of(tone(20, -20), tone(20, -36)));

        assertThat(together.integratedLufs()).isCloseTo(-20, within(0.02));
        assertThat(LoudnessBlocks.together(List.of(tone(20, -20), tone(20, -26)))
                        .integratedLufs())
                .isCloseTo(10 * Math.log10((0.01 + Math.pow(10, -2.6)) / 2), within(0.02));
        assertThat(together.loudnessRangeLu()).isCloseTo(16, within(0.05));
    }

    @Test
    void aGainMovesAllBlocks() {
        assertThat(tone(5, -20).gained(-7.77).integratedLufs()).isCloseTo(-27.77, within(0.02));
        assertThat(tone(5, -20).gained(6.5).loudnessRangeLu()).isCloseTo(0, within(0.01));
    }
}
