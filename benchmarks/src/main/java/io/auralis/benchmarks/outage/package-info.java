/** Endpoints while the broker is away. May use the endpoint, kafka, payload and process packages. */
@org.jspecify.annotations.NullMarked
package io.auralis.benchmarks.outage;
