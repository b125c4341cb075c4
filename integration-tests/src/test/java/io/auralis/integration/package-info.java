/** The whole loop with every service as a process of its own, on a real Kafka broker and a real PostgreSQL. May use everything. */
@org.jspecify.annotations.NullMarked
package io.auralis.integration;
