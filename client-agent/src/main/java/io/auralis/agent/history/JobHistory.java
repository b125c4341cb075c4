package io.auralis.agent.history;

import io.auralis.agent.home.AtomicFile;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.home.HomeJson;
import io.auralis.agent.home.HomeLock;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All jobs, one file each. A file is called after its job's id and the first digits of both hashes, so that the folder's
 * listing is the index: finding a track among thousands opens only its own jobs.
 */
public final class JobHistory {
    private static final String SUFFIX = ".json";
    /** 64 bits of a hash: enough to find by; the whole hash is compared once the job is read. */
    private static final int HASH_DIGITS = 16;

    private final AuralisHome home;

    public JobHistory(AuralisHome home) {
        this.home = home;
    }

    /**
     * Keeps a job; on disk when this returns.
     *
     * @throws HomeException if the home cannot be written
     */
    public void record(Job job) {
        try (HomeLock lock = HomeLock.acquire(home)) {
            AtomicFile.write(file(job), HomeJson.bytes(job));
        }
    }

    /** The job of an id, empty if there is none. */
    public Optional<Job> byId(String id) {
        return read(name -> name.startsWith(id + "-")).stream()
                .filter(job -> job.id().equals(id))
                .findFirst();
    }

    /**
     * The jobs that read or wrote a file with these bytes, newest first.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public List<Job> find(Path file) {
        return find(FileHash.of(file));
    }

    /** The jobs whose source or output has this SHA-256, newest first. */
    public List<Job> find(String sha256) {
        String digits = sha256.substring(0, HASH_DIGITS);
        return read(name -> name.contains(digits)).stream()
                .filter(job ->
                        job.sourceSha256().equals(sha256) || job.outputSha256().equals(sha256))
                .sorted(Comparator.comparing(Job::id).reversed())
                .toList();
    }

    /** All jobs, newest first. */
    public List<Job> all() {
        return read(name -> true).stream()
                .sorted(Comparator.comparing(Job::id).reversed())
                .toList();
    }

    /**
     * Adds another machine's jobs to this one's; those that are here already are left as they are.
     *
     * @return how many were added
     */
    public int merge(List<Job> jobs) {
        try (HomeLock lock = HomeLock.acquire(home)) {
            int added = 0;
            for (Job job : jobs) {
                if (Files.notExists(file(job))) {
                    AtomicFile.write(file(job), HomeJson.bytes(job));
                    added++;
                }
            }
            return added;
        }
    }

    /**
     * Removes the jobs that the condition names, and what killed processes left of any; gone when this returns. The caller
     * holds the {@link HomeLock}.
     *
     * @return how many
     */
    public int delete(Predicate<Job> condition) {
        int deleted = 0;
        for (Job job : all()) {
            if (condition.test(job)) {
                try {
                    deleted += Files.deleteIfExists(file(job)) ? 1 : 0;
                } catch (IOException e) {
                    throw new HomeException(
                            "Cannot delete from " + home.history() + ": " + Causes.sentence(e) + ".", e);
                }
            }
        }
        AtomicFile.deleteLeftovers(home.history());
        return deleted;
    }

    private Path file(Job job) {
        return home.history()
                .resolve(String.join("-", job.id(), digits(job.sourceSha256()), digits(job.outputSha256())) + SUFFIX);
    }

    private static String digits(String sha256) {
        return sha256.substring(0, HASH_DIGITS);
    }

    private List<Job> read(Predicate<String> name) {
        List<Job> jobs = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(home.history(), "*" + SUFFIX)) {
            for (Path file : files) {
                if (name.test(file.getFileName().toString())) {
                    jobs.add(HomeJson.read(Files.readAllBytes(file), Job.class, file));
                }
            }
        } catch (NoSuchFileException e) {
            // Nothing was mastered here yet, or another process just deleted what it was asked to.
            return jobs;
        } catch (IOException e) {
            throw new HomeException("Cannot read " + home.history() + ": " + Causes.sentence(e) + ".", e);
        }
        return jobs;
    }
}
