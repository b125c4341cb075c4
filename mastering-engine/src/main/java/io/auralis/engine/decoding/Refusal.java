package io.auralis.engine.decoding;

import io.auralis.engine.media.MediaException;
import java.io.DataInputStream;
import java.io.IOException;

/** Why a file is bad, as a frame: the sentence for the listener and, for those who ask, what was behind it. */
final class Refusal {
    private Refusal() {}

    static Frame of(MediaException e) {
        Throwable cause = e.getCause();
        return Frame.of(FrameKind.REFUSED, out -> {
            Text.write(out, String.valueOf(e.getMessage()));
            Text.write(out, cause == null ? "" : cause.toString());
        });
    }

    static MediaException read(Frame frame) throws IOException {
        DataInputStream in = frame.fields();
        return new MediaException(MediaException.Kind.BAD_INPUT, Text.read(in), new IOException(Text.read(in)));
    }
}
