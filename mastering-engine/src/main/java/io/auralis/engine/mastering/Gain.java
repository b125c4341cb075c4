package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;

/** One gain for the whole track. */
final class Gain implements Stage {
    private final double ratio;

    Gain(double db) {
        this.ratio = Decibels.toRatio(db);
    }

    @Override
    public void process(AudioBlock block) {
        for (int channel = 0; channel < block.channels(); channel++) {
            double[] samples = block.channel(channel);
            for (int i = 0; i < block.frames(); i++) {
                samples[i] *= ratio;
            }
        }
    }
}
