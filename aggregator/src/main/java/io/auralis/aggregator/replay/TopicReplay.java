package io.auralis.aggregator.replay;

import io.auralis.aggregator.statistics.Cohort;
import io.auralis.aggregator.statistics.CohortState;
import io.auralis.aggregator.statistics.PartitionPosition;
import io.auralis.aggregator.statistics.StateTally;
import io.auralis.aggregator.statistics.Voice;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.ReportRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topic of reports from its beginning up to offsets and counts it in the plainest way: the newest record per
 * report id, then the sum. It shares no store and no state with the stream, and reads records by the contract alone. It
 * holds the voices of one partition at a time, about 400 bytes per report.
 */
public final class TopicReplay {
    private static final Duration POLL = Duration.ofMillis(500);

    /** A broker that says nothing for so long is away. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String topic;
    private final Supplier<Consumer<String, byte[]>> consumers;

    /** @param consumers makes a consumer that reads committed records only and commits nothing by itself */
    public TopicReplay(String topic, Supplier<Consumer<String, byte[]>> consumers) {
        this.topic = topic;
        this.consumers = consumers;
    }

    /**
     * The states of all cohorts by the reports before the positions.
     *
     * @param upTo per partition
     * @throws ReplayException if the broker is away
     */
    public SortedMap<String, CohortState> count(Map<Integer, PartitionPosition> upTo) {
        Map<Cohort, StateTally> tallies = new HashMap<>();
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            upTo.forEach((partition, position) -> newest(consumer, new TopicPartition(topic, partition), position)
                    .values()
                    .forEach(voice -> add(tallies, voice, position)));
        } catch (KafkaException e) {
            throw new ReplayException("the broker does not let the topic be read", e);
        }
        SortedMap<String, CohortState> states = new TreeMap<>();
        tallies.forEach((cohort, tally) -> states.put(cohort.key(), tally.state()));
        return states;
    }

    private static void add(Map<Cohort, StateTally> tallies, Voice voice, PartitionPosition position) {
        Cohort cohort = voice.cohort();
        if (cohort != null && voice.month().compareTo(position.earliestMonth()) >= 0) {
            tallies.computeIfAbsent(cohort, absent -> new StateTally(CohortState.EMPTY))
                    .add(voice);
        }
    }

    private static Map<String, Voice> newest(
            Consumer<String, byte[]> consumer, TopicPartition partition, PartitionPosition upTo) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        Map<String, Voice> newest = new HashMap<>();
        long silentSince = System.nanoTime();
        // Past the last record, or the end of what is there: compaction may have taken the last ones.
        while (consumer.position(partition) < upTo.next() && !isAtEnd(consumer, partition)) {
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> record : records) {
                if (record.offset() < upTo.next()) {
                    take(newest, record);
                }
            }
            long now = System.nanoTime();
            if (!records.isEmpty()) {
                silentSince = now;
            } else if (now - silentSince > PATIENCE.toNanos()) {
                throw new ReplayException("the broker answered nothing for " + PATIENCE.toSeconds() + " s");
            }
        }
        return newest;
    }

    private static boolean isAtEnd(Consumer<String, byte[]> consumer, TopicPartition partition) {
        return consumer.currentLag(partition).orElse(Long.MAX_VALUE) == 0;
    }

    private static void take(Map<String, Voice> newest, ConsumerRecord<String, byte[]> record) {
        if (record.key() == null) {
            return;
        }
        if (record.value() == null) {
            newest.remove(record.key());
            return;
        }
        Voice voice = read(record);
        if (voice != null) {
            newest.merge(record.key(), voice, Voice::winner);
        }
    }

    /** Null where the record cannot be counted; the stream has said so. */
    private static @Nullable Voice read(ConsumerRecord<String, byte[]> record) {
        try {
            ReportRecord report = Json.read(record.value(), ReportRecord.class);
            return report.id().equals(record.key()) ? Voice.of(report) : null;
        } catch (RuntimeException e) {
            return null;
        }
    }
}
