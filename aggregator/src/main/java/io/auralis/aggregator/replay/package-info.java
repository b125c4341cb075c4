/** Counts the topic of reports anew up to given offsets, with nothing of the stream's: what it finds verifies what the stream counted. May use the statistics package, the contracts and Kafka's consumer. */
@org.jspecify.annotations.NullMarked
package io.auralis.aggregator.replay;
