package io.auralis.agent.cli;

import io.auralis.agent.batch.BatchItem;
import io.auralis.agent.batch.BatchJournal;
import io.auralis.agent.report.ReportFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Masters an album: a batch whose tracks are all heard before the first is written, and which is whole or refused. */
final class AlbumRun {
    private final TrackMastering mastering;
    private final BatchJournal journal;
    private final ReportOptions reports;
    private final boolean force;
    private final BatchProgress progress;
    private final Consumer<String> tells;

    /** @see BatchRun */
    AlbumRun(
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

    /**
     * What became of it.
     *
     * @param heard what was decided; empty if an earlier run had done all of it
     */
    record Result(Optional<HeardAlbum> heard, BatchResult batch) {}

    /** @throws IllegalArgumentException if a track's output is in the way or its name gives it none, before anything is heard */
    Result run(List<BatchItem> items, int jobs) {
        requireWay(items);
        boolean done = !force && items.stream().allMatch(item -> journal.isDone(item) && reports.isWritten(item));
        Optional<HeardAlbum> heard = done
                ? Optional.empty()
                : Optional.of(HeardAlbum.of(mastering.album(reports.wanted()), items, jobs, progress));
        BatchResult result = new BatchRun(
                        (item, page, itsProgress) -> mastering.keepOfAlbum(
                                item.input(), heard.orElseThrow().master(item, itsProgress), page),
                        journal,
                        reports,
                        force,
                        progress,
                        tells)
                .run(items, jobs);
        return new Result(heard, result);
    }

    private void requireWay(List<BatchItem> items) {
        Set<Path> outputs = new HashSet<>();
        for (BatchItem item : items) {
            item.requireName();
            if (!outputs.add(item.output().toAbsolutePath().normalize())) {
                throw new IllegalArgumentException("Two tracks of the album go to " + item.output() + ".");
            }
            if (!force && Files.exists(item.output()) && !journal.isOurs(item)) {
                throw new IllegalArgumentException(item.output() + " is there already; add --force to overwrite it.");
            }
            Path page = reports.of(item);
            if (page != null && Files.exists(page)) {
                ReportFile.require(page, item.input(), force || journal.isOurs(item));
            }
        }
    }

    /** All that the album's decision comes from, for the journal's name: a track that changed changes all the others. */
    static String decides(List<BatchItem> items) {
        StringBuilder text = new StringBuilder(" album");
        for (BatchItem item : items) {
            try {
                text.append(' ')
                        .append(item.input().toAbsolutePath().normalize())
                        .append(' ')
                        .append(Files.size(item.input()))
                        .append(' ')
                        .append(Files.getLastModifiedTime(item.input()).toMillis());
            } catch (IOException e) {
                throw new IllegalArgumentException("Cannot read " + item.input() + ".", e);
            }
        }
        return text.toString();
    }
}
