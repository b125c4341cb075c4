package io.auralis.ingest.broker;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What becomes of the records of one request, told record by record from the producer's thread. */
final class Acknowledgements {
    private final AtomicReferenceArray<@Nullable Storage> outcomes;
    private final AtomicInteger open;
    private final CompletableFuture<@Nullable Void> settled = new CompletableFuture<>();

    /** @param records how many are waited for */
    Acknowledgements(int records) {
        outcomes = new AtomicReferenceArray<>(records);
        open = new AtomicInteger(records);
        if (records == 0) {
            settled.complete(null);
        }
    }

    /** The first word on a record counts. */
    void settle(int record, Storage outcome) {
        if (outcomes.compareAndSet(record, null, outcome) && open.decrementAndGet() == 0) {
            settled.complete(null);
        }
    }

    boolean unavailable(int record) {
        return outcomes.get(record) == Storage.UNAVAILABLE;
    }

    /** Settles a record and all after it. */
    void giveUpFrom(int record) {
        for (int each = record; each < outcomes.length(); each++) {
            settle(each, Storage.UNAVAILABLE);
        }
    }

    /**
     * The outcomes in order, once all are settled or the patience has ended; then what is open is unavailable.
     *
     * @param impatient is told of the end of the patience
     */
    CompletionStage<List<Storage>> all(Duration patience, Consumer<Throwable> impatient) {
        return settled.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).handle((nothing, late) -> {
            if (late != null) {
                impatient.accept(late);
            }
            return outcomes();
        });
    }

    private List<Storage> outcomes() {
        return IntStream.range(0, outcomes.length())
                .mapToObj(record ->
                        outcomes.get(record) == Storage.ACKNOWLEDGED ? Storage.ACKNOWLEDGED : Storage.UNAVAILABLE)
                .toList();
    }
}
