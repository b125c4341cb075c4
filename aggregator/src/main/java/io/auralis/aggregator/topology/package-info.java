/** The Kafka Streams topology from reports to cohort statistics (design section 8), without any runtime around it. May use the statistics package, the contracts and Kafka Streams. */
@org.jspecify.annotations.NullMarked
package io.auralis.aggregator.topology;
