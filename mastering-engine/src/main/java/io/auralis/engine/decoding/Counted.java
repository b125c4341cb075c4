package io.auralis.engine.decoding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Bytes in a frame: how many, then they. */
final class Counted {
    private Counted() {}

    static void write(DataOutput out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static byte[] read(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return bytes;
    }
}
