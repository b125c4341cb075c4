package io.auralis.agent.cli;

import io.auralis.agent.batch.BatchFiles;
import io.auralis.agent.batch.BatchItem;
import io.auralis.agent.batch.BatchJournal;
import io.auralis.agent.mirror.Arrivals;
import io.auralis.agent.mirror.Changes;
import io.auralis.agent.mirror.Mirror;
import io.auralis.agent.models.ModelStore;
import io.auralis.agent.personal.PersonalLayer;
import io.auralis.contracts.json.Json;
import io.auralis.engine.decoding.ContainedDecoder;
import io.auralis.engine.mastering.Masterer;
import io.auralis.engine.mastering.MasteringOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Looks at a folder again and again, masters what is new in it, and deletes the masters of what is gone. */
final class WatchRun {
    /** Of a folder that the system cannot watch, or not all of, this is how late an arrival is noticed. */
    private static final Duration UNTOLD = Duration.ofSeconds(30);

    /** @param names from a track's name to its master's */
    record Folders(Path source, Path mirror, UnaryOperator<String> names) {}

    /** A full disk may be cleared by then. */
    private static final Duration RETRY = Duration.ofMinutes(5);

    /**
     * @param settle how long a file must stay as it is to count as whole
     * @param nanos tells the time for that, as {@link System#nanoTime()}
     */
    record How(MasteringOptions options, boolean impersonal, int jobs, Duration settle, LongSupplier nanos) {}

    private final Session session;
    private final Folders folders;
    private final How how;
    private final BatchJournal journal;
    private final boolean json;
    private final Arrivals arrivals;
    private final Mirror mirror;
    private int failures;
    private String lastTrouble = "";
    private final Set<Path> toRetry = new HashSet<>();
    private long failedNanos;

    WatchRun(Session session, Folders folders, How how, BatchJournal journal, boolean json) {
        this.session = session;
        this.folders = folders;
        this.how = how;
        this.journal = journal;
        this.json = json;
        this.arrivals = new Arrivals(how.settle());
        this.mirror = new Mirror(folders.mirror(), journal);
    }

    /** Has all that is in the folder of masters made anew. */
    void refresh() {
        // Begun again, none of the mirror's own counts as done, also after a kill; what is not its own is left alone.
        items().ifPresent(items -> items.stream().filter(journal::isOurs).forEach(journal::begin));
    }

    /** Looks until nothing is left to do; what is still being copied is waited for. */
    int once(Changes changes) {
        boolean more;
        do {
            more = look();
        } while (more && changes.await(waiting()));
        return failures == 0 ? ExitCode.OK : ExitCode.FAILURE;
    }

    /** Looks whenever something changes, until it is told to stop. */
    int run(Changes changes) {
        if (!json) {
            session.out().println("Watching " + folders.source() + "; stop with Ctrl-C.");
            session.out().flush();
        }
        boolean more;
        do {
            more = look();
        } while (changes.await(more ? waiting() : UNTOLD));
        return ExitCode.OK;
    }

    private Duration waiting() {
        // A file's time may be as coarse as this; a shorter wait would see nothing new.
        return how.settle().plusMillis(10);
    }

    /** @return whether a further look soon is worth it */
    private boolean look() {
        Optional<List<BatchItem>> listed = items();
        if (listed.isEmpty()) {
            return false;
        }
        List<BatchItem> items = listed.get();
        long now = how.nanos().getAsLong();
        retry(now);
        List<BatchItem> undone =
                items.stream().filter(item -> !journal.isDone(item)).toList();
        List<BatchItem> ready = arrivals.ready(undone, now);
        if (!ready.isEmpty()) {
            master(ready, now);
        }
        for (Path deleted : mirror.prune(items)) {
            tell(new Event("deleted", null, deleted.toString(), null), "Deleted: " + deleted + " (its track is gone)");
        }
        return arrivals.waits(undone) || mirror.waits();
    }

    private void retry(long now) {
        if (!toRetry.isEmpty() && now - failedNanos >= RETRY.toNanos()) {
            toRetry.forEach(arrivals::again);
            toRetry.clear();
        }
    }

    /** Empty if the folder cannot be read just now: a drive may come back. */
    private Optional<List<BatchItem>> items() {
        try {
            List<BatchItem> items = BatchFiles.of(List.of(folders.source()), folders.mirror(), folders.names());
            lastTrouble = "";
            return Optional.of(items);
        } catch (IllegalArgumentException e) {
            String trouble = String.valueOf(e.getMessage());
            if (!trouble.equals(lastTrouble)) {
                session.err().println("auralis: note: " + trouble + " It is looked at again.");
                session.err().flush();
            }
            lastTrouble = trouble;
            return Optional.empty();
        }
    }

    private void master(List<BatchItem> ready, long now) {
        ModelStore store = new ModelStore(session.home());
        PersonalLayer layer = new PersonalLayer(session.home(), session.clock(), store);
        BatchResult result;
        try (ContainedDecoder decoder = new ContainedDecoder();
                ProgressBar bar = new ProgressBar(session)) {
            TrackMastering mastering = new TrackMastering(
                    session, new Masterer(decoder), store.active().model(), layer, how.impersonal(), how.options());
            BatchRun.Work work =
                    (item, page, progress) -> mastering.master(item.input(), item.output(), page, progress);
            result = new BatchRun(
                            work, journal, new ReportOptions(), false, new BatchProgress(bar, ready.size()), line -> {})
                    .run(ready, how.jobs());
        }
        result.done()
                .forEach(done -> tell(
                        new Event(
                                "mastered",
                                done.input().toString(),
                                done.mastered().report().output().toString(),
                                null),
                        "Mastered: " + done.mastered().report().output()));
        for (BatchResult.Failed failed : result.failed()) {
            tell(
                    new Event("failed", failed.input(), null, failed.error()),
                    "Failed: " + failed.input() + ": " + failed.error());
            if (failed.code() != ExitCode.USAGE) {
                // It was not the track's fault.
                toRetry.add(Path.of(failed.input()));
                failedNanos = now;
            }
        }
        failures += result.failed().size();
    }

    private void tell(Event event, String line) {
        session.out().println(json ? Json.canonicalText(event) : line);
        session.out().flush();
    }

    /**
     * One line of {@code watch --json}.
     *
     * @param event {@code mastered}, {@code failed} or {@code deleted}
     */
    private record Event(
            String event,
            @Nullable String input,
            @Nullable String output,
            @Nullable String error) {}
}
