/** The aggregator's rate on replay beside kafka-consumer-perf-test. May use the figures, kafka, payload and process packages, and deploy. */
@org.jspecify.annotations.NullMarked
package io.auralis.benchmarks.replay;
