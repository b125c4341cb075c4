package io.auralis.agent.feedback;

import io.auralis.agent.home.AtomicFile;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.home.HomeJson;
import io.auralis.agent.home.HomeLock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All ratings in one file, one per line, oldest first.
 *
 * <p>A rating is appended and forced to disk before it is acknowledged. A kill during the append leaves a last line
 * without its end: readers skip it, and the next append cuts it off; it was never acknowledged. Correcting and deleting
 * write the whole file anew and rename it over the old one, so that nothing of what was deleted remains.
 */
public final class RatingStore {
    private static final String SCHEMA = "rating/1";

    private final AuralisHome home;

    public RatingStore(AuralisHome home) {
        this.home = home;
    }

    /**
     * All ratings, oldest first.
     *
     * @throws HomeException if they cannot be read
     */
    public List<Rating> all() {
        return load().ratings();
    }

    /** @return the number that the next rating gets */
    public long nextNumber() {
        return load().numberedTo() + 1;
    }

    /**
     * Keeps a rating; on disk when this returns. The caller holds the {@link HomeLock}.
     *
     * @throws HomeException if the home cannot be written; then the rating is not kept
     */
    public void append(Rating rating) {
        Path file = file();
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                long end = endOfLastWholeLine(channel);
                channel.truncate(end);
                ByteBuffer line = ByteBuffer.wrap(line(new Line(SCHEMA, null, rating)));
                for (long position = end; line.hasRemaining(); ) {
                    position += channel.write(line, position);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new HomeException("Cannot write to " + file.getParent() + ": " + Causes.sentence(e) + ".", e);
        }
    }

    /** Puts a rating in the place of the one with its number. The caller holds the {@link HomeLock}. */
    public void replace(Rating rating) {
        rewrite(load().map(old -> old.number() == rating.number() ? Optional.of(rating) : Optional.of(old)));
    }

    /**
     * Deletes the ratings that the condition names, and what killed processes left of any.
     *
     * @return the deleted ones
     */
    public List<Rating> delete(Predicate<Rating> condition) {
        try (HomeLock lock = HomeLock.acquire(home)) {
            Stored all = load();
            List<Rating> deleted = all.ratings().stream().filter(condition).toList();
            if (Files.exists(file())) {
                rewrite(all.map(rating -> condition.test(rating) ? Optional.empty() : Optional.of(rating)));
            }
            AtomicFile.deleteLeftovers(home.feedback());
            return deleted;
        }
    }

    /** Puts all ratings in the place of those that are there, as an import does. The caller holds the {@link HomeLock}. */
    public void replaceAll(List<Rating> ratings) {
        long highest = ratings.stream().mapToLong(Rating::number).max().orElse(0);
        rewrite(new Stored(Math.max(highest, load().numberedTo()), ratings));
    }

    private void rewrite(Stored stored) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(line(new Line(SCHEMA, stored.numberedTo(), null)));
        stored.ratings().forEach(rating -> bytes.writeBytes(line(new Line(SCHEMA, null, rating))));
        AtomicFile.write(file(), bytes.toByteArray());
    }

    private Stored load() {
        Path file = file();
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new Stored(0, List.of());
        } catch (IOException e) {
            throw new HomeException("Cannot read " + file + ": " + Causes.sentence(e) + ".", e);
        }
        long numberedTo = 0;
        List<Rating> ratings = new ArrayList<>();
        int start = 0;
        for (int end = 0; end < bytes.length; end++) {
            if (bytes[end] == '\n') {
                Line line = parse(Arrays.copyOfRange(bytes, start, end), file);
                if (line.rating() != null) {
                    ratings.add(line.rating());
                    numberedTo = Math.max(numberedTo, line.rating().number());
                }
                if (line.numberedTo() != null) {
                    numberedTo = Math.max(numberedTo, line.numberedTo());
                }
                start = end + 1;
            }
        }
        return new Stored(numberedTo, ratings);
    }

    private Path file() {
        return home.feedback().resolve("ratings.jsonl");
    }

    private static byte[] line(Line content) {
        byte[] json = HomeJson.bytes(content);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    private static Line parse(byte[] json, Path file) {
        Line line = HomeJson.read(json, Line.class, file);
        if (!SCHEMA.equals(line.schema())) {
            throw new HomeException(file + " was written by a newer version of the program.");
        }
        return line;
    }

    private static long endOfLastWholeLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    /**
     * A line holds a rating, or, after ratings were deleted, how far they had been numbered: a number is never used again.
     */
    private record Line(
            String schema,
            @Nullable Long numberedTo,
            @Nullable Rating rating) {}

    private record Stored(long numberedTo, List<Rating> ratings) {
        Stored map(Function<Rating, Optional<Rating>> change) {
            return new Stored(
                    numberedTo,
                    ratings.stream().map(change).flatMap(Optional::stream).toList());
        }
    }
}
