package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.media.Samples;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WidenerTest {
    private static double[][] widened(MemoryTrack track, WidthSetting setting) {
        return Samples.of(new StagedTrack(track, () -> List.of(new Widener(track.format(), setting))));
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 44_100, 192_000})
    void aWidthOfOneInAllBandsIsBitExact(int rate) {
        MemoryTrack music = Samples.music(rate, 1);
        assertThat(widened(music, WidthSetting.NONE)).isDeepEqualTo(Samples.of(music));
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 96_000})
    void eachBandsGainIsThatOfItsSideAndTheMidStaysInPlace(int rate) {
        WidthSetting setting = new WidthSetting(1, List.of(1.9, 1.2, 1.5, 1.1, 1.7), false, false);
        double[] hertz = {60, 100, 200, 353.55, 1_000, 3_464, 9_798};
        double[] expected = {1, 1, 1.9, 1.2, 1.5, 1.1, 1.7};
        for (int i = 0; i < hertz.length; i++) {
            double[] side = MemoryTrack.tone(rate, 2, hertz[i], -20);
            double[] left = MemoryTrack.tone(rate, 2, 700, -20);
            double[] right = left.clone();
            for (int at = 0; at < side.length; at++) {
                left[at] += side[at];
                right[at] -= side[at];
            }
            double[][] out = widened(new MemoryTrack(rate, left, right), setting);
            double[] outSide = new double[side.length];
            double mid = 0;
            for (int at = 0; at < side.length; at++) {
                outSide[at] = 0.5 * (out[0][at] - out[1][at]);
                mid = Math.max(mid, Math.abs(out[0][at] + out[1][at] - left[at] - right[at]));
            }
            assertThat(mid).isLessThan(1e-14);
            assertThat(Measuring.levelDb(rate, new double[][] {outSide}, hertz[i]) + 20)
                    .as("%s Hz", hertz[i])
                    .isCloseTo(Decibels.of(expected[i]), within(0.02));
            // No phase: where the side was 0, it is.
            double worst = 0;
            for (int at = rate / 2; at < rate; at++) {
                worst = Math.max(worst, Math.abs(outSide[at] - setting.gainAt(hertz[i]) * side[at]));
            }
            assertThat(worst).isLessThan(0.1 * 0.02);
        }
        assertThat(new Widener(new AudioFormat(rate, 2), setting).latencyFrames())
                .isPositive();
    }
}
