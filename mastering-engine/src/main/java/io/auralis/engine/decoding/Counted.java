package io.auralis.engine.decoding;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;

/** Bytes in a frame: how many, then they. */
final class Counted {
    private Counted() {}

    static void write(DataOutput out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** @throws IOException if there are not as many as it says */
    static byte[] read(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > in.available()) {
            throw new IOException("no count of bytes: " + count);
        }
        return in.readNBytes(count);
    }
}
