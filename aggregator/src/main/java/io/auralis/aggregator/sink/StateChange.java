package io.auralis.aggregator.sink;

import io.auralis.aggregator.statistics.CohortState;

/**
 * The state of a cohort in one partition.
 *
 * @param offset its place in the topic of cohort states, which orders the states of a cohort: their version
 * @param cohort the cohort's key
 * @param state absolute, empty when the cohort lost its last contributor
 */
record StateChange(long offset, String cohort, CohortState state) {}
