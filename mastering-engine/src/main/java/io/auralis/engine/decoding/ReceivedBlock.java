package io.auralis.engine.decoding;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/** Samples that came from the decoder, taken over piece by piece; used for one {@link BlockFrame} after the other. */
final class ReceivedBlock {
    private final int channels;
    private FloatBuffer floats = FloatBuffer.allocate(0);
    private DoubleBuffer doubles = DoubleBuffer.allocate(0);
    private float[] row = new float[0];
    private int frames;

    ReceivedBlock(int channels) {
        this.channels = channels;
    }

    /**
     * Has the samples of this frame from now on; they are not copied.
     *
     * @throws IllegalArgumentException if it is not what {@link BlockFrame#of} makes of as many channels
     */
    void take(Frame frame) {
        ByteBuffer bytes = frame.bytes();
        int width = bytes.hasRemaining() ? bytes.get() : 0;
        boolean known = width == Float.BYTES || width == Double.BYTES;
        if (!known || bytes.remaining() % (channels * width) != 0) {
            throw new IllegalArgumentException("no block of " + channels + " channels");
        }
        frames = bytes.remaining() / (channels * width);
        ByteBuffer samples = bytes.slice().order(BlockFrame.ORDER);
        floats = width == Float.BYTES ? samples.asFloatBuffer() : FloatBuffer.allocate(0);
        doubles = samples.asDoubleBuffer();
    }

    int frames() {
        return frames;
    }

    /** Copies {@code count} samples of a channel, from frame {@code first} on. */
    void copy(int channel, int first, double[] into, int at, int count) {
        int from = channel * frames + first;
        if (!floats.hasRemaining()) {
            doubles.get(from, into, at, count);
            return;
        }
        row = row.length < count ? new float[count] : row;
        floats.get(from, row, 0, count);
        for (int i = 0; i < count; i++) {
            into[at + i] = row[i];
        }
    }
}
