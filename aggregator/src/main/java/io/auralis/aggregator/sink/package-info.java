/** Keeps the database's cohort statistics equal to the topic of cohort states, exactly once. May use the statistics package, Kafka's consumer and JDBC. */
@org.jspecify.annotations.NullMarked
package io.auralis.aggregator.sink;
