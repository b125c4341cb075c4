/** Runs the topology against a broker that may come and go: its topics, its settings, its supervision. May use the topology package, the contracts and Kafka. */
@org.jspecify.annotations.NullMarked
package io.auralis.aggregator.stream;
