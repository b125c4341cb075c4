package io.auralis.engine.decoding;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Text in a frame: its length, then its chars as they are, since a file's name may be no valid Unicode. */
final class Text {
    private Text() {}

    static void write(DataOutput out, String text) throws IOException {
        byte[] bytes = new byte[text.length() * Character.BYTES];
        ByteBuffer.wrap(bytes).asCharBuffer().put(text);
        Counted.write(out, bytes);
    }

    static String read(DataInputStream in) throws IOException {
        return ByteBuffer.wrap(Counted.read(in)).asCharBuffer().toString();
    }
}
