package io.auralis.aggregator.status;

import io.auralis.aggregator.candidate.DerivationHistory;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The service as an operator sees it. What cannot be told now is absent.
 *
 * @param ready whether reports flow into the database
 * @param streams Kafka Streams' state, {@code WAITING} before the broker was reached
 * @param database whether the database answers and has its schema
 * @param generation which counting of the topic this is
 * @param lag records that the stream has not worked on yet, on its way from reports to counts; 0 means all are counted
 * @param lagPerPartition reports of them that were not read at all yet, per partition of their topic
 * @param sinkLag counted states of this instance's partitions that are not in the database yet
 * @param reports live reports in the database's statistics
 * @param cohorts cohorts there
 * @param processed records this process has read, redelivered ones again
 * @param deadLetters records of those that could not be counted
 * @param lastDerivation the newest derivation of candidates
 */
public record Status(
        boolean ready,
        String streams,
        boolean database,
        int generation,
        @Nullable Long lag,
        @Nullable Map<Integer, Long> lagPerPartition,
        @Nullable Long sinkLag,
        @Nullable Long reports,
        @Nullable Long cohorts,
        long processed,
        long deadLetters,
        @Nullable LastDerivation lastDerivation) {

    /**
     * @param at when, UTC
     * @param proposed candidates it proposed
     * @param refused cells it proposed nothing for
     */
    public record LastDerivation(String at, int proposed, int refused) {
        static LastDerivation of(DerivationHistory.Run run) {
            return new LastDerivation(run.at().toString(), run.proposed(), run.refused());
        }
    }
}
