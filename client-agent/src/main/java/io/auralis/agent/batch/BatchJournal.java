package io.auralis.agent.batch;

import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.home.PrivateFolder;
import io.auralis.contracts.json.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a batch was begun and what is done: lines of JSON, appended and forced to the disk one by one, so that a kill
 * costs at most a line that was not whole. It holds no name and no path.
 *
 * <p>A line that says begun goes before the work: an output that is there without one belongs to the listener.
 */
public final class BatchJournal implements AutoCloseable {
    /**
     * One line.
     *
     * @param track digest of the output's path
     * @param inputBytes the input's size
     * @param inputMillis when the input was changed, milliseconds of the epoch
     * @param outputBytes the output's size; -1 while it is only begun
     */
    record Line(String track, long inputBytes, long inputMillis, long outputBytes) {}

    private static final long BEGUN = -1;

    private final Path file;
    private final FileChannel channel;
    private final Map<String, Line> lines = new HashMap<>();

    /**
     * @param batches the folder that journals are in
     * @param options all that decides what comes out of a track, in one text; another text is another journal
     * @throws HomeException if the home cannot be read or written
     */
    public BatchJournal(Path batches, String options) {
        this.file = batches.resolve(Digest.of(options) + ".jsonl");
        try {
            PrivateFolder.create(batches);
            this.channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel.position(readWholeLines());
        } catch (IOException e) {
            throw new HomeException("Cannot write to " + batches + ": " + Causes.sentence(e) + ".", e);
        }
    }

    /** Reads up to the last line's end and returns where it is; what a kill left behind it is written over. */
    private long readWholeLines() throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        int end = text.lastIndexOf('\n') + 1;
        for (String one : text.substring(0, end).lines().toList()) {
            Line line = Json.read(one.getBytes(StandardCharsets.UTF_8), Line.class);
            lines.put(line.track(), line);
        }
        long whole = text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
        channel.truncate(whole);
        return whole;
    }

    /** Whether the output was made from this very input, and is as it was then. */
    public synchronized boolean isDone(BatchItem item) {
        Line line = line(item);
        return line != null
                && line.outputBytes() == size(item.output())
                && line.inputBytes() == size(item.input())
                && line.inputMillis() == millis(item.input());
    }

    /** Whether an output that is there is the batch's own, which may be made anew. */
    public synchronized boolean isOurs(BatchItem item) {
        Line line = line(item);
        return line != null && (line.outputBytes() == BEGUN || line.outputBytes() == size(item.output()));
    }

    /** Says that the output is about to be made; on the disk when this returns. */
    public synchronized void begin(BatchItem item) {
        append(item, BEGUN);
    }

    /** Says that the output is whole; on the disk when this returns. */
    public synchronized void done(BatchItem item) {
        append(item, size(item.output()));
    }

    private @Nullable Line line(BatchItem item) {
        return lines.get(track(item));
    }

    private void append(BatchItem item, long outputBytes) {
        Line line = new Line(track(item), size(item.input()), millis(item.input()), outputBytes);
        ByteBuffer bytes = ByteBuffer.wrap((Json.canonicalText(line) + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            throw new HomeException("Cannot write to " + file.getParent() + ": " + Causes.sentence(e) + ".", e);
        }
        lines.put(line.track(), line);
    }

    private static String track(BatchItem item) {
        return Digest.of(item.output().toAbsolutePath().normalize().toString());
    }

    /** Minus two for a file that is not there, which no line says. */
    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            return -2;
        }
    }

    private static long millis(Path path) {
        try {
            return Files.getLastModifiedTime(path).toMillis();
        } catch (IOException e) {
            return -2;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new HomeException("Cannot write to " + file.getParent() + ": " + Causes.sentence(e) + ".", e);
        }
    }
}
