package io.auralis.engine.decoding;

import io.auralis.engine.media.MediaException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** One request to a decoder and the answers to it; whatever goes wrong becomes one sentence about the file. */
final class Conversation implements AutoCloseable {
    private static final String CRASHED = "the decoder crashed on it";

    private final DecoderProcess process;
    private final Path file;
    private final Consumer<DecoderProcess> giveBack;
    private boolean over;
    private boolean closed;

    /** @param giveBack gets the process when all is said, if it can be used again */
    Conversation(DecoderProcess process, Path file, Consumer<DecoderProcess> giveBack) {
        this.process = process;
        this.file = file;
        this.giveBack = giveBack;
    }

    void ask(FrameKind request) {
        try {
            process.send(Frame.of(
                    request, out -> Text.write(out, file.toAbsolutePath().toString())));
        } catch (IOException e) {
            throw gone(e);
        }
    }

    /**
     * Waits for the next answer.
     *
     * @param expected the kinds that make sense now, beside a refusal
     * @throws MediaException (BAD_INPUT) if the decoder refuses the file, or fails on it
     */
    Frame answer(FrameKind... expected) {
        Frame frame = next();
        if (frame.kind() == FrameKind.REFUSED) {
            over = true;
            throw understood(() -> Refusal.read(frame));
        }
        over = frame.kind() == FrameKind.END || frame.kind() == FrameKind.INFO;
        if (!EnumSet.of(expected[0], expected).contains(frame.kind())) {
            throw failed(CRASHED, new IOException("the decoder answered " + frame.kind()));
        }
        return frame;
    }

    private Frame next() {
        try {
            return process.receive();
        } catch (DecoderProcess.TooSlowException e) {
            throw failed("the decoder took longer than " + e.patience().toSeconds() + " s without a result", e);
        } catch (IOException e) {
            throw gone(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("decoding was interrupted", e);
        }
    }

    /** Reads an answer's body; what is no answer of ours is as bad as none. */
    <T> T understood(Callable<T> reading) {
        try {
            return reading.call();
        } catch (Exception e) {
            throw failed(CRASHED, e);
        }
    }

    /** The process has ended by itself. */
    private MediaException gone(IOException cause) {
        return process.exitCode() == DecoderMain.OUT_OF_MEMORY
                ? failed("the decoder needed too much memory", cause)
                : failed(CRASHED, cause);
    }

    private MediaException failed(String why, Exception cause) {
        process.close();
        return new MediaException(
                MediaException.Kind.BAD_INPUT, file.getFileName() + " could not be decoded: " + why + ".", cause);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (!over && process.usable()) {
            stop();
        }
        if (process.usable()) {
            giveBack.accept(process);
        } else {
            process.close();
        }
    }

    /** Lets a decoder that still sends come to its end; one that does not is ended, and nobody need know. */
    private void stop() {
        try {
            process.send(Frame.of(FrameKind.STOP));
            while (!over) {
                FrameKind kind = process.receive().kind();
                over = kind == FrameKind.END || kind == FrameKind.REFUSED;
            }
        } catch (IOException e) {
            process.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.close();
        }
    }
}
