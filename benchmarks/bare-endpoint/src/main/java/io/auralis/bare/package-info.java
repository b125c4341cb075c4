/** The least that an endpoint of this framework does to store a record. May use Quarkus REST and Kafka's client, nothing of ours. */
@org.jspecify.annotations.NullMarked
package io.auralis.bare;
