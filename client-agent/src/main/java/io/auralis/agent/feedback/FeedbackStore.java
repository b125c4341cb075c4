package io.auralis.agent.feedback;

import io.auralis.agent.home.AtomicFile;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All ratings and answered auditions in one file, one per line, oldest first, numbered together.
 *
 * <p>One is appended and forced to disk before it is acknowledged. A kill during the append leaves a last line
 * without its end: readers skip it, and the next append cuts it off; it was never acknowledged. Correcting and deleting
 * write the whole file anew and rename it over the old one, so that nothing of what was deleted remains.
 */
public final class FeedbackStore {
    private final AuralisHome home;

    public FeedbackStore(AuralisHome home) {
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

    /**
     * All answered auditions, oldest first.
     *
     * @throws HomeException if they cannot be read
     */
    public List<Audition> auditions() {
        return load().auditions();
    }

    /** What was deleted, each oldest first. */
    public record Deleted(List<Rating> ratings, List<Audition> auditions) {
        public boolean nothing() {
            return ratings.isEmpty() && auditions.isEmpty();
        }
    }

    /** @return the number that the next rating or audition gets */
    public long nextNumber() {
        return load().numberedTo() + 1;
    }

    /**
     * Keeps a rating; on disk when this returns. The caller holds the {@link HomeLock}.
     *
     * @throws HomeException if the home cannot be written; then the rating is not kept
     */
    public void append(Rating rating) {
        append(FeedbackLine.of(rating));
    }

    /**
     * Keeps an answered audition; on disk when this returns. The caller holds the {@link HomeLock}.
     *
     * @throws HomeException if the home cannot be written; then it is not kept
     */
    public void append(Audition audition) {
        append(FeedbackLine.of(audition));
    }

    private void append(FeedbackLine content) {
        Path file = file();
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                long end = endOfLastWholeLine(channel);
                channel.truncate(end);
                ByteBuffer line = ByteBuffer.wrap(content.bytes());
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
        Stored all = load();
        List<FeedbackLine> lines = all.lines().stream()
                .map(line -> line.number() == rating.number() ? FeedbackLine.of(rating) : line)
                .toList();
        rewrite(new Stored(all.numberedTo(), lines));
    }

    /**
     * Deletes the ratings and auditions that the conditions name, and what killed processes left of any.
     *
     * @return what was deleted
     */
    public Deleted delete(Predicate<Rating> ratings, Predicate<Audition> auditions) {
        try (HomeLock lock = HomeLock.acquire(home)) {
            Stored all = load();
            Deleted deleted = new Deleted(
                    all.ratings().stream().filter(ratings).toList(),
                    all.auditions().stream().filter(auditions).toList());
            List<FeedbackLine> kept = all.lines().stream()
                    .filter(line -> !line.is(ratings, auditions))
                    .toList();
            if (Files.exists(file())) {
                rewrite(new Stored(all.numberedTo(), kept));
            }
            AtomicFile.deleteLeftovers(home.feedback());
            return deleted;
        }
    }

    /**
     * Adds another machine's feedback to this one's, oldest first. What is here already is not added again, and of a
     * correction the newer one is kept; merging twice, or each way, is as merging once.
     *
     * @return what was added or corrected
     */
    public Merged merge(List<Rating> ratings, List<Audition> auditions) {
        try (HomeLock lock = HomeLock.acquire(home)) {
            Stored here = load();
            List<FeedbackLine> lines = new ArrayList<>(here.lines());
            Map<String, Integer> at = new HashMap<>();
            for (int i = 0; i < lines.size(); i++) {
                at.put(lines.get(i).identity(), i);
            }
            long number = here.numberedTo();
            int added = 0;
            int corrected = 0;
            List<FeedbackLine> others = Stream.concat(
                            ratings.stream().map(FeedbackLine::of),
                            auditions.stream().map(FeedbackLine::of))
                    .sorted(Comparator.comparing(FeedbackLine::at))
                    .toList();
            for (FeedbackLine other : others) {
                Integer known = at.get(other.identity());
                if (known == null) {
                    at.put(other.identity(), lines.size());
                    lines.add(other.mergedAs(++number));
                    added++;
                } else if (other.corrects(lines.get(known))) {
                    lines.set(known, other.inPlaceOf(lines.get(known)));
                    corrected++;
                }
            }
            if (added + corrected > 0) {
                rewrite(new Stored(number, lines));
            }
            return new Merged(added, corrected, others.size() - added - corrected);
        }
    }

    /**
     * What a merge did.
     *
     * @param added what was not here
     * @param corrected ratings that were corrected later on the other machine
     * @param known what was here as it is
     */
    public record Merged(int added, int corrected, int known) {}

    private void rewrite(Stored stored) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(FeedbackLine.numberedTo(stored.numberedTo()).bytes());
        stored.lines().forEach(kept -> bytes.writeBytes(kept.bytes()));
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
        List<FeedbackLine> lines = new ArrayList<>();
        int start = 0;
        for (int end = 0; end < bytes.length; end++) {
            if (bytes[end] == '\n') {
                FeedbackLine line = FeedbackLine.read(Arrays.copyOfRange(bytes, start, end), file);
                numberedTo = Math.max(numberedTo, line.number());
                if (line.rating() != null || line.audition() != null) {
                    lines.add(line);
                }
                start = end + 1;
            }
        }
        return new Stored(numberedTo, lines);
    }

    private Path file() {
        return home.feedback().resolve("ratings.jsonl");
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

    private record Stored(long numberedTo, List<FeedbackLine> lines) {
        List<Rating> ratings() {
            return lines.stream()
                    .map(FeedbackLine::rating)
                    .flatMap(Stream::ofNullable)
                    .toList();
        }

        List<Audition> auditions() {
            return lines.stream()
                    .map(FeedbackLine::audition)
                    .flatMap(Stream::ofNullable)
                    .toList();
        }
    }
}
