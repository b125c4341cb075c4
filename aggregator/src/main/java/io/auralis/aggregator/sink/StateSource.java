package io.auralis.aggregator.sink;

/**
 * Where the database's statistics come from: one counting of the reports, in one topic.
 *
 * @param generation the counting; a higher one replaces what a lower one wrote
 * @param topicId identity of the topic of cohort states: offsets mean nothing in another topic of the same name; empty
 *     once the statistics were dropped
 */
public record StateSource(int generation, String topicId) {}
