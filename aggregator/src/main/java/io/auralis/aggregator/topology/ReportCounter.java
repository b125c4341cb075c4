package io.auralis.aggregator.topology;

import io.auralis.aggregator.statistics.PartitionPosition;
import io.auralis.aggregator.statistics.Voice;
import java.time.Duration;
import java.util.HexFormat;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Counts one partition of the topic of reports. Per record:
 *
 * <ol>
 *   <li><b>admit</b>: it becomes a voice, or a dead letter by place and reason;
 *   <li><b>newest</b>: of the report id's voices the one of the highest number stays, whatever the order of arrival;
 *   <li><b>count</b>: what the id's voice was is taken from its cohort and what it is now is added, in exact integers;
 *   <li><b>position</b>: the next offset is stored last, so that every commit holds the cohorts of exactly the reports
 *       before it.
 * </ol>
 *
 * <p>When a month has become too old, its cohorts are emptied at once, and its voices are forgotten bit by bit, each with
 * a tombstone that takes the report from the topic too. Until then they count as forgotten: see {@link #counts}.
 */
final class ReportCounter implements Processor<@Nullable String, byte @Nullable [], String, byte @Nullable []> {
    static final String DEAD_LETTERS = "dead-letters";
    static final String FORGOTTEN = "forgotten";

    private static final Logger LOG = Logger.getLogger(ReportCounter.class);
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);

    /** About 20 ms of work a second: a million voices are looked through in eight minutes. */
    private static final int SWEPT_AT_ONCE = 2_000;

    /** Smaller than every key. */
    private static final byte[] FIRST_KEY = {};

    private final Retention retention;
    private final AdmissionMetrics metrics;
    private final Admittance admittance = new Admittance();
    private final MonthOf monthOf = new MonthOf();

    private ProcessorContext<String, byte @Nullable []> context;
    private KeyValueStore<byte[], byte[]> newest;
    private CohortStore cohorts;
    private byte @Nullable [] sweepFrom = FIRST_KEY;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before all else
    ReportCounter(Retention retention, AdmissionMetrics metrics) {
        this.retention = retention;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, byte @Nullable []> context) {
        this.context = context;
        this.newest = context.getStateStore(StatisticsTopology.NEWEST);
        this.cohorts = context.getStateStore(StatisticsTopology.COHORTS);
        cohorts.open();
        context.schedule(SWEEP_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> forgetOld());
    }

    @Override
    public void process(Record<@Nullable String, byte @Nullable []> record) {
        RecordMetadata place = context.recordMetadata().orElseThrow();
        PartitionPosition before = cohorts.position();
        PartitionPosition current =
                emptyExpired(before == null ? PartitionPosition.startingAt(place.offset()) : before);
        Admission admission = admittance.admit(record.key(), record.value(), monthOf.millis(record.timestamp()));
        metrics.countProcessed();
        if (admission instanceof Admission.Counted counted && record.key() != null) {
            current = count(current, record.key(), counted.voice()).after(place.offset(), false);
        } else if (admission instanceof Admission.Forgotten && record.key() != null) {
            boolean own = Forgetting.isOwn(record.headers());
            current = forget(current, record.key()).after(place.offset(), !own);
            if (!own) {
                bury(place, record, DeadLetter.Reason.NO_VALUE);
            }
        } else if (admission instanceof Admission.Dead dead) {
            current = current.after(place.offset(), true);
            bury(place, record, dead.reason());
        }
        cohorts.moveTo(current);
    }

    private PartitionPosition count(PartitionPosition current, String id, Voice voice) {
        byte[] key = HexFormat.of().parseHex(id);
        byte[] stored = newest.get(key);
        Voice known = stored == null ? null : Voice.parse(stored);
        Voice winner = known == null ? voice : Voice.winner(voice, known);
        if (winner.equals(known)) {
            return current;
        }
        newest.put(key, winner.bytes());
        return change(current, known, winner);
    }

    private PartitionPosition forget(PartitionPosition current, String id) {
        byte[] stored = newest.delete(HexFormat.of().parseHex(id));
        return stored == null ? current : change(current, Voice.parse(stored), null);
    }

    private PartitionPosition change(PartitionPosition current, @Nullable Voice from, @Nullable Voice to) {
        long reports = 0;
        long withdrawn = 0;
        if (from != null) {
            if (counts(current, from)) {
                cohorts.takeAway(from);
                reports--;
            }
            withdrawn -= from.isWithdrawn() ? 1 : 0;
        }
        if (to != null) {
            if (counts(current, to)) {
                cohorts.add(to);
                reports++;
            }
            withdrawn += to.isWithdrawn() ? 1 : 0;
        }
        return current.plus(reports, withdrawn, 0);
    }

    private static boolean counts(PartitionPosition current, Voice voice) {
        return !voice.isWithdrawn() && isInTime(current, voice);
    }

    private static boolean isInTime(PartitionPosition current, Voice voice) {
        return voice.month().compareTo(current.earliestMonth()) >= 0;
    }

    /** Empties the cohorts of months that have just become too old. The earliest month never moves back. */
    private PartitionPosition emptyExpired(PartitionPosition current) {
        String earliest = monthOf.earliest(retention, context.currentSystemTimeMs(), context.currentStreamTimeMs());
        if (earliest.compareTo(current.earliestMonth()) <= 0) {
            return current;
        }
        sweepFrom = FIRST_KEY;
        long emptied = cohorts.emptyBefore(earliest);
        return current.plus(-emptied, 0, emptied).countingFrom(earliest);
    }

    private void forgetOld() {
        PartitionPosition before = cohorts.position();
        if (before == null) {
            return;
        }
        PartitionPosition current = emptyExpired(before);
        byte[] from = sweepFrom;
        if (from != null) {
            current = sweep(current, from);
        }
        if (!current.equals(before)) {
            cohorts.moveTo(current);
        }
    }

    private PartitionPosition sweep(PartitionPosition before, byte[] from) {
        PartitionPosition current = before;
        int looked = 0;
        sweepFrom = null;
        try (KeyValueIterator<byte[], byte[]> voices = newest.range(from, null)) {
            while (voices.hasNext()) {
                KeyValue<byte[], byte[]> entry = voices.next();
                if (++looked > SWEPT_AT_ONCE) {
                    sweepFrom = entry.key;
                    break;
                }
                Voice voice = Voice.parse(entry.value);
                if (!isInTime(current, voice)) {
                    newest.delete(entry.key);
                    current = current.plus(0, voice.isWithdrawn() ? -1 : 0, voice.isWithdrawn() ? 1 : 0);
                    metrics.countExpired();
                    context.forward(
                            Forgetting.tombstone(HexFormat.of().formatHex(entry.key), context.currentStreamTimeMs()),
                            FORGOTTEN);
                }
            }
        }
        return current;
    }

    private void bury(RecordMetadata place, Record<?, ?> record, DeadLetter.Reason reason) {
        LOG.warnf(
                "Record could not be counted: partition=%d offset=%d reason=%s",
                place.partition(), place.offset(), reason);
        metrics.countDead(reason);
        DeadLetter letter = new DeadLetter(place.topic(), place.partition(), place.offset(), reason);
        // Its own headers: those of the record hold its report id and whatever else a writer adds.
        context.forward(new Record<>(letter.key(), letter.bytes(), record.timestamp(), letter.headers()), DEAD_LETTERS);
    }
}
