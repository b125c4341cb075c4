package io.auralis.aggregator.statistics;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** Non-negative integers in 7-bit groups, low group first, high bit set on all but the last (Protocol Buffers' varint). */
final class VariableLength {
    private VariableLength() {}

    static void write(ByteBuffer out, long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            out.put((byte) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    /** @throws IllegalArgumentException if the bytes end within a number or make it longer than 64 bits */
    static long read(ByteBuffer in) {
        long value = 0;
        try {
            for (int shift = 0; shift < Long.SIZE; shift += 7) {
                byte group = in.get();
                value |= (group & 0x7FL) << shift;
                if (group >= 0) {
                    return value;
                }
            }
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("the bytes end within a number", e);
        }
        throw new IllegalArgumentException("a number is longer than 64 bits");
    }
}
