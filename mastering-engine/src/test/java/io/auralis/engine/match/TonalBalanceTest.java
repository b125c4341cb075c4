package io.auralis.engine.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.MemoryTrack;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TonalBalanceTest {
    /** A tone for so long in both channels, or in phase opposition. */
    private static TonalBalance tone(int rateHz, double seconds, double hertz, double peakDbfs, boolean opposed) {
        double[] left = MemoryTrack.tone(rateHz, seconds, hertz, peakDbfs);
        double[] right = MemoryTrack.tone(rateHz, seconds, hertz, peakDbfs);
        for (int i = 0; i < right.length && opposed; i++) {
            right[i] = -right[i];
        }
        AudioBlock block = new AudioBlock(2, left.length);
        System.arraycopy(left, 0, block.channel(0), 0, left.length);
        System.arraycopy(right, 0, block.channel(1), 0, right.length);
        block.setFrames(left.length);
        LongTermSpectrum spectrum = new LongTermSpectrum(new AudioFormat(rateHz, 2));
        spectrum.accept(block);
        return spectrum.finish();
    }

    private static double decibels(double ratio) {
        return 10 * Math.log10(ratio);
    }

    /** A second of a tone counts the same at every rate, twice as long is 3 dB more. */
    @ParameterizedTest
    @CsvSource({"44100, 44100", "44100, 48000", "96000, 44100", "48000, 192000"})
    void tracksOneAfterTheOtherCountByTheirEnergyWhateverTheirRates(int rateHz, int otherRateHz) {
        TonalBalance both = TonalBalance.together(
                List.of(tone(rateHz, 40, 500, -20, false), tone(otherRateHz, 20, 2_000, -10, true)));

        double low = both.power(400, 600);
        double high = both.power(1_800, 2_200);
        assertThat(decibels(high / low)).isCloseTo(10 - decibels(2), within(0.1));
        assertThat(decibels(both.total() / (low + high))).isCloseTo(0, within(0.01));
        assertThat(both.width()).isCloseTo(high / (low + high), within(0.001));
    }

    @Test
    void oneAloneStaysAsItIs() {
        TonalBalance alone = tone(44_100, 5, 700, -20, false);
        assertThat(TonalBalance.together(List.of(alone)).mid()).isEqualTo(alone.mid());
    }

    @Test
    void nothingHasNoBalance() {
        assertThatThrownBy(() -> TonalBalance.together(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
