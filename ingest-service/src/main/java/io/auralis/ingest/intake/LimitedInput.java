package io.auralis.ingest.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that ends with a failure once it is longer than admitted, so that no more of it is ever held. */
final class LimitedInput extends FilterInputStream {
    private long left;

    /** The body is longer than admitted. */
    static final class TooLongException extends IOException {
        private TooLongException(long most) {
            super("more than " + most + " bytes");
        }
    }

    private final long most;

    LimitedInput(InputStream in, long most) {
        super(in);
        this.most = most;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int bytes) throws TooLongException {
        left -= bytes;
        if (left < 0) {
            throw new TooLongException(most);
        }
    }
}
