package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;

/** Changes the width of a stereo signal by a gain on its side. Widening leaves the lows alone: they must survive mono. */
final class Widener implements Stage {
    /** Bass below is felt rather than located, and out of phase it cancels on a club system or a small loudspeaker. */
    static final double MONO_BELOW_HZ = 120;

    private final double sideGain;
    private final Biquad highPass;

    /** @param sideGain linear, 0 or more; 1 changes nothing */
    Widener(AudioFormat format, double sideGain) {
        if (format.channels() != 2) {
            throw new IllegalArgumentException("width needs 2 channels but there are " + format.channels());
        }
        this.sideGain = sideGain;
        this.highPass = new Biquad(highPass(format));
    }

    static BiquadCoefficients highPass(AudioFormat format) {
        return BiquadCoefficients.highPass(MONO_BELOW_HZ, format.sampleRateHz());
    }

    @Override
    public void process(AudioBlock block) {
        double[] left = block.channel(0);
        double[] right = block.channel(1);
        for (int i = 0; i < block.frames(); i++) {
            double mid = 0.5 * (left[i] + right[i]);
            double side = 0.5 * (left[i] - right[i]);
            double changed = sideGain <= 1 ? side * sideGain : side + (sideGain - 1) * highPass.next(side);
            left[i] = mid + changed;
            right[i] = mid - changed;
        }
    }
}
