package io.auralis.engine.decoding;

import io.auralis.engine.audio.AudioBlock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

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
        return new Frame(FrameKind.BLOCK, floatsHold(block) ? floats(block) : doubles(block));
    }

    private static boolean floatsHold(AudioBlock block) {
        for (int channel = 0; channel < block.channels(); channel++) {
            double[] samples = block.channel(channel);
            for (int i = 0; i < block.frames(); i++) {
                if ((float) samples[i] != samples[i]) {
                    return false;
                }
            }
        }
        return true;
    }

    private static byte[] floats(AudioBlock block) {
        byte[] body = body(block, Float.BYTES);
        ByteBuffer bytes = samples(body);
        float[] row = new float[block.frames()];
        for (int channel = 0; channel < block.channels(); channel++) {
            double[] samples = block.channel(channel);
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) samples[i];
            }
            bytes.asFloatBuffer().put(channel * row.length, row);
        }
        return body;
    }

    private static byte[] doubles(AudioBlock block) {
        byte[] body = body(block, Double.BYTES);
        ByteBuffer bytes = samples(body);
        for (int channel = 0; channel < block.channels(); channel++) {
            bytes.asDoubleBuffer().put(channel * block.frames(), block.channel(channel), 0, block.frames());
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
