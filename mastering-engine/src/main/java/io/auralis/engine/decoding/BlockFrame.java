package io.auralis.engine.decoding;

import io.auralis.engine.audio.AudioBlock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/**
 * Samples as a frame: bytes per sample, then one channel after the other. They are 4 bytes where a float holds every one of
 * them exactly, as it does for integers of up to 24 bits and for what lossy codings give, else 8.
 */
final class BlockFrame {
    /** Both processes run on one machine, and every machine that we run on has this order. */
    static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

    private static final int WIDTH_BYTES = 1;

    private BlockFrame() {}

    static Frame of(AudioBlock block) {
        byte[] floats = body(block, Float.BYTES);
        return new Frame(FrameKind.BLOCK, fill(floats, block) ? floats : doubles(block));
    }

    /** Returns false at the first channel with a sample that no float holds. */
    private static boolean fill(byte[] floats, AudioBlock block) {
        FloatBuffer into = samples(floats).asFloatBuffer();
        float[] row = new float[block.frames()];
        for (int channel = 0; channel < block.channels(); channel++) {
            double[] samples = block.channel(channel);
            boolean exact = true;
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) samples[i];
                exact &= row[i] == samples[i];
            }
            if (!exact) {
                return false;
            }
            into.put(row);
        }
        return true;
    }

    private static byte[] doubles(AudioBlock block) {
        byte[] body = body(block, Double.BYTES);
        DoubleBuffer into = samples(body).asDoubleBuffer();
        for (int channel = 0; channel < block.channels(); channel++) {
            into.put(block.channel(channel), 0, block.frames());
        }
        return body;
    }

    private static byte[] body(AudioBlock block, int width) {
        byte[] body = new byte[WIDTH_BYTES + block.channels() * block.frames() * width];
        body[0] = (byte) width;
        return body;
    }

    private static ByteBuffer samples(byte[] body) {
        return ByteBuffer.wrap(body, WIDTH_BYTES, body.length - WIDTH_BYTES)
                .slice()
                .order(ORDER);
    }
}
