package io.auralis.engine.audio;

/**
 * A reusable block of samples, channels × frames, full scale ±1.0 in double precision (docs/adr/0003). Not safe for use
 * by two threads.
 */
public final class AudioBlock {
    private final double[][] samples;
    private int frames;

    /** @param capacity the most frames it can hold, at least 1 */
    public AudioBlock(int channels, int capacity) {
        if (channels < 1 || capacity < 1) {
            throw new IllegalArgumentException("a block needs a channel and a frame");
        }
        this.samples = new double[channels][capacity];
    }

    public int channels() {
        return samples.length;
    }

    public int capacity() {
        return samples[0].length;
    }

    /** How many frames are valid, from index 0. */
    public int frames() {
        return frames;
    }

    /** @throws IllegalArgumentException beyond the capacity */
    public void setFrames(int frames) {
        if (frames < 0 || frames > capacity()) {
            throw new IllegalArgumentException("frames must be 0.." + capacity() + " but are " + frames);
        }
        this.frames = frames;
    }

    /** The live array of one channel, {@link #capacity()} long; only the first {@link #frames()} are valid. */
    public double[] channel(int index) {
        return samples[index];
    }
}
