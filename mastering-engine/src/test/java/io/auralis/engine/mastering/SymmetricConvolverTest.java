package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymmetricConvolverTest {
    /** What rounding may leave, beside the level of what goes in. */
    private static final double ROUNDING_DB = -130;

    private static double[][] convolved(SymmetricConvolver convolver, double[][] samples) {
        double[][] out = new double[samples.length][];
        for (int channel = 0; channel < samples.length; channel++) {
            out[channel] = samples[channel].clone();
        }
        for (int from = 0; from < samples[0].length; ) {
            int count = convolver.next(Math.min(1_000, samples[0].length - from));
            for (int channel = 0; channel < samples.length; channel++) {
                convolver.exchange(channel, out[channel], from, count);
            }
            convolver.moveOn(count);
            from += count;
        }
        return out;
    }

    @ParameterizedTest
    @CsvSource({"1, 8000", "1, 44100", "1, 192000", "2, 44100", "3, 48000"})
    void singlePrecisionGivesTheSameButForItsRounding(int channels, int rateHz) {
        Random random = new Random(3);
        double[][] music = new double[channels][4 * rateHz];
        for (double[] channel : music) {
            for (int i = 0; i < channel.length; i++) {
                // Mostly a bass, which does not come out.
                channel[i] = 0.5 * Math.sin(2 * Math.PI * 50 * i / rateHz) + 0.01 * random.nextGaussian();
            }
        }
        double[] response = new double[SymmetricConvolver.lines(rateHz)];
        for (int line = 0; line < response.length; line++) {
            double octaves = Math.log(Math.max(1, line * SymmetricConvolver.lineHz(rateHz)) / 120) / Math.log(2);
            response[line] = 1 / (1 + Math.exp(-2 * octaves));
        }

        double[][] precise = convolved(SymmetricConvolver.precise(channels, rateHz, response), music);
        double[][] single = convolved(SymmetricConvolver.single(channels, rateHz, response), music);

        for (int channel = 0; channel < channels; channel++) {
            double power = 0;
            double off = 0;
            for (int i = 0; i < precise[channel].length; i++) {
                power += music[channel][i] * music[channel][i];
                off += Math.pow(single[channel][i] - precise[channel][i], 2);
            }
            assertThat(power).isPositive();
            assertThat(off).isPositive();
            assertThat(10 * Math.log10(off / power)).isLessThan(ROUNDING_DB);
        }
    }
}
