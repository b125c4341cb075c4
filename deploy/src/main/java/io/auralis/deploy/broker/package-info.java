/** A real Kafka broker (KRaft, one node) on 127.0.0.1, inside a test or as a process of its own. May use Kafka and the net package. */
@org.jspecify.annotations.NullMarked
package io.auralis.deploy.broker;
