package io.auralis.aggregator.sink;

import io.auralis.aggregator.statistics.CohortState;

/**
 * One record of the topic of cohort states.
 *
 * @param partition where it lies; a cohort's states all lie in one partition
 * @param offset its place there, which orders the states of a cohort: their version
 * @param cohort the cohort's key
 * @param state absolute, empty when the cohort lost its last contributor
 */
public record StateChange(int partition, long offset, String cohort, CohortState state) {}
