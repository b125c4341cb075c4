package io.auralis.engine.decoding;

import io.auralis.engine.media.MediaException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One running decoder. A thread reads its answers ahead, so that it decodes on while the program works on the samples before;
 * waiting for that thread is what a decoder that hangs is noticed by.
 */
final class DecoderProcess implements AutoCloseable {
    /** About 3 s of stereo at 44.1 kHz, 1 MB: enough that neither side waits for the other's turn on the processor. */
    private static final int FRAMES_AHEAD = 8;

    /** A JVM starts in 0.2 s; the very first time it also unpacks FFmpeg, perhaps to a slow disk. */
    private static final Duration START_PATIENCE = Duration.ofSeconds(60);

    /** What ends is gone in milliseconds; a process that waits for a broken disk is not waited for. */
    private static final Duration END_PATIENCE = Duration.ofSeconds(5);

    private final Process process;
    private final Duration patience;
    private final BlockingQueue<Optional<Frame>> answers = new ArrayBlockingQueue<>(FRAMES_AHEAD);
    private final Thread reader;
    private boolean ready;
    private boolean closed;

    /** The decoder gave no answer in time. */
    static final class TooSlowException extends IOException {
        private static final long serialVersionUID = 1L;

        private final Duration patience;

        private TooSlowException(Duration patience) {
            super("no answer for " + patience);
            this.patience = patience;
        }

        Duration patience() {
            return patience;
        }
    }

    private DecoderProcess(Process process, Duration patience) {
        this.process = process;
        this.patience = patience;
        this.reader = new Thread(this::readAhead, "decoder-answers");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * @param command program and arguments
     * @param patience how long to wait for each answer
     * @throws MediaException (NO_DECODER) if there is no such program
     */
    static DecoderProcess start(List<String> command, Duration patience) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        // The JVM takes options from these, which are meant for the program and may be at odds with ours.
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"));
        try {
            return new DecoderProcess(builder.start(), patience);
        } catch (IOException e) {
            throw notStarted(e);
        }
    }

    private static MediaException notStarted(Exception cause) {
        return new MediaException(MediaException.Kind.NO_DECODER, "The decoder could not be started.", cause);
    }

    /** While a frame is read, as many as fit wait and one is in use: the one before those is free again. */
    private void readAhead() {
        try {
            try (DataInputStream in = new DataInputStream(process.getInputStream())) {
                Frame[] used = new Frame[FRAMES_AHEAD + 2];
                Arrays.fill(used, Frame.of(FrameKind.END));
                for (int at = 0; ; at = (at + 1) % used.length) {
                    used[at] = Frame.read(in, used[at]);
                    answers.put(Optional.of(used[at]));
                }
            } catch (IOException e) {
                if (!(e instanceof EOFException)) {
                    // What sends nonsense is not to be trusted to end.
                    process.destroyForcibly();
                }
                answers.put(Optional.empty());
            }
        } catch (InterruptedException e) {
            // Closed: nobody waits any more.
        }
    }

    /** @throws MediaException (NO_DECODER) if it does not come up */
    void awaitReady() {
        if (ready) {
            return;
        }
        try {
            FrameKind first = receive(START_PATIENCE).kind();
            if (first != FrameKind.READY) {
                throw new IOException("the decoder began with " + first);
            }
            ready = true;
        } catch (IOException e) {
            close();
            throw notStarted(e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw notStarted(e);
        }
    }

    void send(Frame request) throws IOException {
        OutputStream out = process.getOutputStream();
        request.writeTo(out);
    }

    /**
     * Waits for the next answer, which is valid until this is called again.
     *
     * @throws TooSlowException if there is none in time
     * @throws IOException if the decoder has ended
     */
    Frame receive() throws IOException, InterruptedException {
        return receive(patience);
    }

    private Frame receive(Duration atMost) throws IOException, InterruptedException {
        Optional<Frame> answer = answers.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
        if (answer == null) {
            throw new TooSlowException(atMost);
        }
        return answer.orElseThrow(() -> new EOFException("the decoder ended"));
    }

    boolean usable() {
        return !closed && process.isAlive();
    }

    /** What it ended with, once {@link #receive} found it ended; -1 if that takes too long. */
    int exitCode() {
        return awaitEnd() ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        process.destroyForcibly();
        reader.interrupt();
        awaitEnd();
    }

    private boolean awaitEnd() {
        try {
            return process.waitFor(END_PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
