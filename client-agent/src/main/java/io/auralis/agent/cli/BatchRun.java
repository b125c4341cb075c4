package io.auralis.agent.cli;

import io.auralis.agent.batch.BatchItem;
import io.auralis.agent.batch.BatchJournal;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.report.ReportFile;
import io.auralis.engine.media.Leftovers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Masters the tracks of a batch, several at a time; one that fails does not stop the others. */
final class BatchRun {
    private final TrackMastering mastering;
    private final BatchJournal journal;
    private final ReportOptions reports;
    private final boolean force;
    private final BatchProgress progress;
    private final Consumer<String> tells;
    private final List<BatchResult.Skipped> skipped = new ArrayList<>();
    private final List<BatchResult.Failed> failed = new ArrayList<>();

    /**
     * @param reports where each track's page goes, if any
     * @param force whether outputs that are there, and not of this batch, are overwritten
     * @param tells told a line as each track is finished; one at a time
     */
    BatchRun(
            TrackMastering mastering,
            BatchJournal journal,
            ReportOptions reports,
            boolean force,
            BatchProgress progress,
            Consumer<String> tells) {
        this.mastering = mastering;
        this.journal = journal;
        this.reports = reports;
        this.force = force;
        this.progress = progress;
        this.tells = tells;
    }

    /** @param jobs how many tracks are worked on at a time; memory grows with it, not with the tracks' lengths */
    BatchResult run(List<BatchItem> items, int jobs) {
        items.stream().map(item -> folder(item.output())).distinct().forEach(Leftovers::deleteIn);
        ExecutorService workers = Executors.newFixedThreadPool(jobs);
        try {
            List<Future<BatchResult.Done>> running = new ArrayList<>();
            Set<Path> outputs = new HashSet<>();
            for (BatchItem item : items) {
                Path page = reports.of(item);
                boolean alone = outputs.add(item.output().toAbsolutePath().normalize())
                        && (page == null || outputs.add(page.toAbsolutePath().normalize()));
                if (!alone) {
                    fail(
                            item,
                            new IllegalArgumentException("Another track of the batch also goes to " + item.output()));
                    progress.finished();
                } else {
                    running.add(workers.submit(() -> one(item)));
                }
            }
            List<BatchResult.Done> done = new ArrayList<>();
            for (Future<BatchResult.Done> future : running) {
                BatchResult.Done one = future.get();
                if (one != null) {
                    done.add(one);
                }
            }
            synchronized (this) {
                return new BatchResult(done, skipped, failed);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HomeException("The batch was interrupted; the same command takes it up again.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private BatchResult.@Nullable Done one(BatchItem item) {
        try {
            Path page = reports.of(item);
            if (!force && journal.isDone(item) && (page == null || Files.exists(page))) {
                skip(item);
                return null;
            }
            if (!force && Files.exists(item.output()) && !journal.isOurs(item)) {
                throw new IllegalArgumentException(item.output() + " is there already; add --force to overwrite it.");
            }
            createFolder(item.output());
            if (page != null) {
                createFolder(page);
                // The page of a track that this batch began is the batch's own.
                ReportFile.require(page, item.input(), force || journal.isOurs(item));
            }
            journal.begin(item);
            TrackMastering.Done done = mastering.master(item.input(), item.output(), page, progress.ofOne());
            journal.done(item);
            tell("Written: " + item.output());
            return new BatchResult.Done(item.input(), done);
        } catch (RuntimeException e) {
            fail(item, e);
            return null;
        } finally {
            progress.finished();
        }
    }

    private static Path folder(Path output) {
        Path folder = output.toAbsolutePath().getParent();
        return folder == null ? output : folder;
    }

    private static void createFolder(Path file) {
        try {
            Files.createDirectories(folder(file));
        } catch (IOException e) {
            throw new HomeException("Cannot write " + file + ": " + Causes.sentence(e) + ".", e);
        }
    }

    private synchronized void skip(BatchItem item) {
        skipped.add(
                new BatchResult.Skipped(item.input().toString(), item.output().toString()));
        tells.accept("Done before: " + item.output());
    }

    private synchronized void fail(BatchItem item, RuntimeException e) {
        int code = new Failures().codeOf(e);
        failed.add(new BatchResult.Failed(item.input().toString(), Failures.sentence(e, code), code));
        tells.accept("Failed: " + item.input());
    }

    private synchronized void tell(String line) {
        tells.accept(line);
    }
}
