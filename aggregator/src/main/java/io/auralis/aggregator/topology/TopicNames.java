package io.auralis.aggregator.topology;

import io.auralis.contracts.taste.Topics;

/**
 * The topics of one generation of statistics.
 *
 * @param reports read, and written to where a report is forgotten: {@link Topics#TASTE_REPORTS}
 * @param cohortStates written: cohort key to the state of the partition's voices, compacted, read by whoever keeps the
 *     database. It is the changelog of the store itself: what is in it is committed with the position of the reports that
 *     it comes from, and nothing is written twice
 * @param deadLetters written: where an uncountable record was found, never what it held
 */
public record TopicNames(String reports, String cohortStates, String deadLetters) {
    public static final String DEAD_LETTERS = "taste-reports.dead-letter.v1";

    /** @param applicationId names the generation: another one counts the whole topic anew */
    public static TopicNames of(String applicationId) {
        return new TopicNames(
                Topics.TASTE_REPORTS, applicationId + "-" + StatisticsTopology.COHORTS + "-changelog", DEAD_LETTERS);
    }
}
