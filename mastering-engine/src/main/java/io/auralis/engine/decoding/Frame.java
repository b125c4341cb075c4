package io.auralis.engine.decoding;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** One message between the program and its decoder: on the pipe the body's length, the kind, the body. */
final class Frame {
    /** A cover picture of any sane size, or eight channels of samples, fits well; a length beyond is no length. */
    private static final int MOST_BYTES = 128 << 20;

    private static final int HEADER_BYTES = 5;

    private final FrameKind kind;
    private final byte[] body;
    private final int length;

    private Frame(FrameKind kind, byte[] body, int length) {
        this.kind = kind;
        this.body = body;
        this.length = length;
    }

    /** @param body is not copied: it belongs to the frame from now on */
    Frame(FrameKind kind, byte[] body) {
        this(kind, body, body.length);
    }

    static Frame of(FrameKind kind) {
        return new Frame(kind, new byte[0]);
    }

    /** Fields as {@link DataOutput} writes them. */
    interface Fields {
        void writeTo(DataOutput out) throws IOException;
    }

    static Frame of(FrameKind kind, Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            fields.writeTo(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return new Frame(kind, bytes.toByteArray());
    }

    /** @throws IOException if the other side ended, or what it sends are no frames */
    static Frame read(DataInputStream in) throws IOException {
        return read(in, Frame.of(FrameKind.END));
    }

    /** @param used a frame that nobody needs any more, whose memory this one takes over where it suffices */
    static Frame read(DataInputStream in, Frame used) throws IOException {
        int length = in.readInt();
        int letter = in.readUnsignedByte();
        Optional<FrameKind> kind = FrameKind.of(letter);
        if (length < 0 || length > MOST_BYTES || kind.isEmpty()) {
            throw new IOException("no frame: kind " + letter + ", " + length + " bytes");
        }
        byte[] body = used.body.length < length ? new byte[length] : used.body;
        in.readFully(body, 0, length);
        return new Frame(kind.get(), body, length);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(ByteBuffer.allocate(HEADER_BYTES)
                .putInt(length)
                .put((byte) kind.letter())
                .array());
        out.write(body, 0, length);
        out.flush();
    }

    FrameKind kind() {
        return kind;
    }

    /** The body as fields. */
    DataInputStream fields() {
        return new DataInputStream(new ByteArrayInputStream(body, 0, length));
    }

    /** The body itself, from its first byte. */
    ByteBuffer bytes() {
        return ByteBuffer.wrap(body, 0, length);
    }
}
