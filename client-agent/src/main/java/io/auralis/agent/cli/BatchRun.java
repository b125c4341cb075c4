package io.auralis.agent.cli;

import io.auralis.agent.batch.BatchItem;
import io.auralis.agent.batch.BatchJournal;
import io.auralis.agent.batch.Workers;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.report.ReportFile;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.media.Leftovers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Masters the tracks of a batch, several at a time; one that fails does not stop the others. */
final class BatchRun {
    /** Masters one track and keeps it as a job. */
    @FunctionalInterface
    interface Work {
        TrackMastering.Done master(BatchItem item, @Nullable Path page, Progress progress);
    }

    private final Work work;
    private final BatchJournal journal;
    private final ReportOptions reports;
    private final boolean force;
    private final BatchProgress progress;
    private final Consumer<String> tells;
    private final List<BatchResult.Skipped> skipped = new ArrayList<>();
    private final List<BatchResult.Failed> failed = new ArrayList<>();

    /**
     * @param work done for each track that is not done yet
     * @param reports where each track's page goes, if any
     * @param force whether outputs that are there, and not of this batch, are overwritten
     * @param tells told a line as each track is finished; one at a time
     */
    BatchRun(
            Work work,
            BatchJournal journal,
            ReportOptions reports,
            boolean force,
            BatchProgress progress,
            Consumer<String> tells) {
        this.work = work;
        this.journal = journal;
        this.reports = reports;
        this.force = force;
        this.progress = progress;
        this.tells = tells;
    }

    /** @param jobs how many tracks are worked on at a time; memory grows with it, not with the tracks' lengths */
    BatchResult run(List<BatchItem> items, int jobs) {
        items.stream().map(item -> folder(item.output())).distinct().forEach(Leftovers::deleteIn);
        List<BatchItem> distinct = new ArrayList<>();
        Set<Path> outputs = new HashSet<>();
        for (BatchItem item : items) {
            try {
                requireOwnOutput(item, outputs);
                distinct.add(item);
            } catch (IllegalArgumentException e) {
                fail(item, e);
                progress.finished();
            }
        }
        List<BatchResult.Done> done = Workers.each(distinct, jobs, this::one).stream()
                .flatMap(Optional::stream)
                .toList();
        synchronized (this) {
            return new BatchResult(done, skipped, failed);
        }
    }

    private void requireOwnOutput(BatchItem item, Set<Path> outputs) {
        item.requireName();
        Path page = reports.of(item);
        boolean own = outputs.add(item.output().toAbsolutePath().normalize())
                && (page == null || outputs.add(page.toAbsolutePath().normalize()));
        if (!own) {
            throw new IllegalArgumentException("Another track of the batch also goes to " + item.output());
        }
    }

    private Optional<BatchResult.Done> one(BatchItem item) {
        try {
            Path page = reports.of(item);
            if (!force && journal.isDone(item) && reports.isWritten(item)) {
                skip(item);
                return Optional.empty();
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
            TrackMastering.Done done = work.master(item, page, progress.of(item));
            journal.done(item);
            tell("Written: " + item.output());
            return Optional.of(new BatchResult.Done(item.input(), done));
        } catch (RuntimeException e) {
            fail(item, e);
            return Optional.empty();
        } finally {
            progress.finished();
        }
    }

    /** The folder that an output goes to. */
    static Path folder(Path output) {
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
