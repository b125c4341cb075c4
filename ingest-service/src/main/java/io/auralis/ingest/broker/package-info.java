/** Stores records on Kafka, acknowledged by all in-sync replicas, and tells whether the broker is there. May use the contracts and Kafka's clients, nothing of HTTP. */
@org.jspecify.annotations.NullMarked
package io.auralis.ingest.broker;
