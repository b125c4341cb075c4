package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import java.util.Arrays;
import java.util.List;

/** Second-order sections in series, the same on every channel. */
final class FilterStage implements Stage {
    /** An octave under the lowest note of a bass guitar's B string (31 Hz): takes off DC and rumble, and 0.2 dB at 31 Hz. */
    private static final double RUMBLE_HZ = 15;

    /** One per two channels. */
    private final BiquadCascade[] cascades;
    /** Stands beside the last of an odd number of channels. */
    private double[] silence = new double[0];

    FilterStage(AudioFormat format, List<BiquadCoefficients> coefficients) {
        this.cascades = new BiquadCascade[(format.channels() + 1) / 2];
        Arrays.setAll(cascades, pair -> new BiquadCascade(coefficients));
    }

    /** What removes DC offset and rumble. */
    static BiquadCoefficients rumble(AudioFormat format) {
        return BiquadCoefficients.highPass(RUMBLE_HZ, format.sampleRateHz());
    }

    @Override
    public void process(AudioBlock block) {
        for (int pair = 0; pair < cascades.length; pair++) {
            int second = 2 * pair + 1;
            double[] other = second < block.channels() ? block.channel(second) : silence(block.capacity());
            cascades[pair].process(block.channel(2 * pair), other, block.frames());
        }
    }

    private double[] silence(int frames) {
        if (silence.length < frames) {
            silence = new double[frames];
        }
        return silence;
    }
}
