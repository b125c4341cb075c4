package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;

/** Changes the width of a stereo signal by one gain on its side. */
final class SideGain implements Stage {
    private final double gain;

    /** @param gain linear, 0 or more */
    SideGain(AudioFormat format, double gain) {
        if (format.channels() != 2) {
            throw new IllegalArgumentException("width needs 2 channels but there are " + format.channels());
        }
        this.gain = gain;
    }

    @Override
    public void process(AudioBlock block) {
        double[] left = block.channel(0);
        double[] right = block.channel(1);
        for (int i = 0; i < block.frames(); i++) {
            double mid = 0.5 * (left[i] + right[i]);
            double side = 0.5 * (left[i] - right[i]) * gain;
            left[i] = mid + side;
            right[i] = mid - side;
        }
    }
}
