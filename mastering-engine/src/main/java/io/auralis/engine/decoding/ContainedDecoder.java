package io.auralis.engine.decoding;

import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.media.ForeignName;
import io.auralis.engine.media.MediaException;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.MediaInfo;
import io.auralis.engine.media.MediaReader;
import java.io.DataInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Reads files in processes of their own (docs/adr/0010). A file that makes the decoder crash, hang or grow is refused as
 * any other bad file is, and the next file gets a new process. Each source that is open at a time has a process to itself;
 * one that is done waits for the next file. Safe for use by several threads; the files and sources it hands out are not.
 */
public final class ContainedDecoder implements MediaReader, AutoCloseable {
    /** The slowest legitimate answer is the first of a large file on a slow disk, which takes about a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<String> command;
    private final Duration patience;
    private final Deque<DecoderProcess> idle = new ArrayDeque<>();
    private boolean closed;

    /**
     * Starts a first process, which comes up while the program does other things.
     *
     * @throws MediaException (NO_DECODER) if it cannot be started
     */
    public ContainedDecoder() {
        this(DecoderCommand.ofThisProgram(DecoderMain.class), PATIENCE);
    }

    /**
     * @param command of a program that answers as {@link DecoderMain} does
     * @param patience how long to wait for each answer
     */
    ContainedDecoder(List<String> command, Duration patience) {
        this.command = List.copyOf(command);
        this.patience = patience;
        idle.push(DecoderProcess.start(this.command, patience));
    }

    /**
     * Looks into a file as {@link MediaFile#of} does.
     *
     * @throws MediaException (BAD_INPUT) as that does, or if the decoder failed on the file, here or later when the samples
     *     are read; (NO_DECODER) if no decoder could be started
     */
    @Override
    public MediaFile read(Path file) {
        try (Conversation conversation = conversation(file)) {
            conversation.ask(FrameKind.INFO);
            Frame answer = conversation.answer(FrameKind.INFO);
            MediaInfo info = conversation.understood(() -> InfoFrame.read(answer));
            return MediaFile.of(info, () -> open(file));
        }
    }

    private AudioSource open(Path file) {
        Conversation conversation = conversation(file);
        try {
            conversation.ask(FrameKind.SAMPLES);
            DataInput started = conversation.answer(FrameKind.STARTED).fields();
            return conversation.understood(() -> new ReceivedSource(
                    conversation, new AudioFormat(started.readInt(), started.readInt()), started.readLong()));
        } catch (RuntimeException e) {
            conversation.close();
            throw e;
        }
    }

    private Conversation conversation(Path file) {
        // The decoder is told the name as text.
        ForeignName.complaint(file).ifPresent(complaint -> {
            throw new MediaException(MediaException.Kind.BAD_INPUT, complaint);
        });
        DecoderProcess process = take();
        process.awaitReady();
        return new Conversation(process, file, this::giveBack);
    }

    private synchronized DecoderProcess take() {
        if (closed) {
            throw new IllegalStateException("the decoder is closed");
        }
        while (!idle.isEmpty()) {
            DecoderProcess process = idle.pop();
            if (process.usable()) {
                return process;
            }
            process.close();
        }
        return DecoderProcess.start(command, patience);
    }

    private synchronized void giveBack(DecoderProcess process) {
        if (closed) {
            process.close();
        } else {
            idle.push(process);
        }
    }

    /** Ends all processes that wait. One that still sends samples ends when its source is closed. */
    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(DecoderProcess::close);
        idle.clear();
    }
}
