package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;

/**
 * Rounds samples to single precision, 24 significant bits whatever their level: 150 dB under each sample, and under the
 * last bit of every output. What is to be remembered takes half the memory then, and sounds the same whether it was
 * remembered or made anew (docs/adr/0003).
 */
final class SinglePrecision implements Stage {
    @Override
    public void process(AudioBlock block) {
        for (int channel = 0; channel < block.channels(); channel++) {
            double[] samples = block.channel(channel);
            for (int i = 0; i < block.frames(); i++) {
                samples[i] = (float) samples[i];
            }
        }
    }
}
