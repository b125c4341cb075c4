/** The broker under all that is measured, and Kafka's own performance tools. May use the process and payload packages, deploy and Kafka's clients. */
@org.jspecify.annotations.NullMarked
package io.auralis.benchmarks.kafka;
