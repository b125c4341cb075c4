package io.auralis.aggregator.topology;

import io.auralis.aggregator.statistics.CohortState;
import io.auralis.aggregator.statistics.Voice;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Reports to cohort statistics, in four steps:
 *
 * <ol>
 *   <li><b>admit</b>: a record becomes a voice or a dead letter;
 *   <li><b>newest</b>: per report id the voice of the highest number, whatever the order of arrival (a table);
 *   <li><b>count</b>: per cohort the sum of its voices. When a voice changes, the table hands on what it was and what it
 *       is; the one is taken away and the other added, in exact integers;
 *   <li><b>publish</b>: each changed cohort's state, absolute. A cohort that lost its last contributor is published as
 *       empty and not as a tombstone: compaction drops tombstones after a day, and a reader away for longer would keep
 *       the cohort for ever.
 * </ol>
 */
public final class StatisticsTopology {
    /** Store of the newest voice per report id. */
    static final String NEWEST = "newest-voice";

    /** Store of the state per cohort. */
    static final String COHORTS = "cohort-state";

    private StatisticsTopology() {}

    public static Topology build(TopicNames topics, AdmissionMetrics metrics) {
        StreamsBuilder builder = new StreamsBuilder();
        KStream<String, Admission> admissions = builder.stream(
                        topics.reports(),
                        Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("reports"))
                .processValues(() -> new AdmissionProcessor(metrics), Named.as("admit"));
        publishDeadLetters(admissions, topics);
        KTable<String, Voice> newest = newest(admissions);
        count(newest)
                .toStream(Named.as("changed-cohorts"))
                .mapValues(StatisticsTopology::orEmpty, Named.as("absolute-states"))
                .to(
                        topics.cohortStates(),
                        Produced.with(Serdes.String(), StatisticsSerdes.cohortState())
                                .withName("publish"));
        return builder.build();
    }

    private static void publishDeadLetters(KStream<String, Admission> admissions, TopicNames topics) {
        admissions
                .filter((id, admission) -> admission instanceof Admission.Dead, Named.as("dead"))
                .map(
                        (id, admission) -> {
                            DeadLetter letter = ((Admission.Dead) admission).letter();
                            return KeyValue.pair(letter.partition() + "/" + letter.offset(), letter.bytes());
                        },
                        Named.as("dead-letters"))
                .to(
                        topics.deadLetters(),
                        Produced.with(Serdes.String(), Serdes.ByteArray()).withName("publish-dead-letters"));
    }

    private static KTable<String, Voice> newest(KStream<String, Admission> admissions) {
        return admissions
                .filter((id, admission) -> admission instanceof Admission.Counted, Named.as("counted"))
                .mapValues(admission -> ((Admission.Counted) admission).voice(), Named.as("voices"))
                .groupByKey(Grouped.with("by-report", Serdes.String(), StatisticsSerdes.voice()))
                .reduce(
                        Voice::winner,
                        Named.as("newest"),
                        Materialized.<String, Voice, KeyValueStore<Bytes, byte[]>>as(NEWEST)
                                .withKeySerde(Serdes.String())
                                .withValueSerde(StatisticsSerdes.voice()));
    }

    private static KTable<String, CohortState> count(KTable<String, Voice> newest) {
        return newest.filter((id, voice) -> !voice.isWithdrawn(), Named.as("live"))
                .groupBy(
                        (id, voice) -> KeyValue.pair(voice.cohortKey(), voice),
                        Grouped.with("by-cohort", Serdes.String(), StatisticsSerdes.voice()))
                .aggregate(
                        () -> CohortState.EMPTY,
                        (cohort, voice, state) -> state.plus(voice),
                        StatisticsTopology::takeAway,
                        Named.as("count"),
                        Materialized.<String, CohortState, KeyValueStore<Bytes, byte[]>>as(COHORTS)
                                .withKeySerde(Serdes.String())
                                .withValueSerde(StatisticsSerdes.cohortState()));
    }

    @SuppressWarnings("NullAway") // null removes the cohort from the store
    private static CohortState takeAway(String cohort, Voice voice, CohortState state) {
        CohortState rest = state.minus(voice);
        return rest.isEmpty() ? null : rest;
    }

    private static CohortState orEmpty(@Nullable CohortState state) {
        return state == null ? CohortState.EMPTY : state;
    }
}
