package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;

/** Of {@link RememberedPiece}s those of samples that no float holds. */
final class DoublePiece extends RememberedPiece {
    private final double[][] samples;

    DoublePiece(int channels, int capacity) {
        super(capacity);
        this.samples = new double[channels][capacity];
    }

    @Override
    long bytesPerFrame() {
        return (long) samples.length * Double.BYTES;
    }

    @Override
    int put(AudioBlock block, int from, int at, int count) {
        for (int channel = 0; channel < samples.length; channel++) {
            System.arraycopy(block.channel(channel), from, samples[channel], at, count);
        }
        return count;
    }

    @Override
    void copy(int from, int count, AudioBlock into, int at) {
        for (int channel = 0; channel < samples.length; channel++) {
            System.arraycopy(samples[channel], from, into.channel(channel), at, count);
        }
    }

    @Override
    void close() {}

    @Override
    void letGo() {}
}
