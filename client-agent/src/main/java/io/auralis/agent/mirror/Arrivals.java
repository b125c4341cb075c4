package io.auralis.agent.mirror;

import io.auralis.agent.batch.BatchItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells files that are whole from those that somebody still copies: a file is whole when neither its size nor its time
 * changed from one look to another a while later. The files' own times are not asked, nor is the clock: copies carry old
 * times, and clocks jump. A file that was given is not given again until it changes.
 */
public final class Arrivals {
    private final Duration settle;
    private final Map<Path, Seen> seen = new HashMap<>();
    private final Map<Path, Look> given = new HashMap<>();

    /** @param settle how long a file must stay as it is */
    public Arrivals(Duration settle) {
        this.settle = settle;
    }

    private record Look(long bytes, Instant changed) {
        static Optional<Look> at(Path file) {
            try {
                return Optional.of(new Look(
                        Files.size(file), Files.getLastModifiedTime(file).toInstant()));
            } catch (IOException e) {
                // It went away between the listing and now; the next listing says so.
                return Optional.empty();
            }
        }
    }

    private record Seen(Look look, long sinceNanos) {}

    /**
     * Those of the files that are whole and were not given before as they are now.
     *
     * @param items all that is there and not mastered yet
     * @param nanos the time of this look, by a clock that only runs forward ({@link System#nanoTime()})
     */
    public List<BatchItem> ready(List<BatchItem> items, long nanos) {
        List<BatchItem> ready =
                items.stream().filter(item -> isReady(item.input(), nanos)).toList();
        ready.forEach(item -> Look.at(item.input()).ifPresent(look -> given.put(item.input(), look)));
        return ready;
    }

    private boolean isReady(Path file, long nanos) {
        Optional<Look> found = Look.at(file);
        if (found.isEmpty()) {
            return false;
        }
        Look look = found.get();
        Seen before = seen.get(file);
        long since = before != null && before.look().equals(look) ? before.sinceNanos() : nanos;
        seen.put(file, new Seen(look, since));
        return nanos - since >= settle.toNanos() && !look.equals(given.get(file));
    }

    /** Gives a file again that was given, as it is. */
    public void again(Path file) {
        given.remove(file);
    }

    /** Whether some of the files are still to be waited for. */
    public boolean waits(List<BatchItem> items) {
        return items.stream()
                .map(BatchItem::input)
                .anyMatch(file -> Look.at(file)
                        .filter(look -> !look.equals(given.get(file)))
                        .isPresent());
    }
}
