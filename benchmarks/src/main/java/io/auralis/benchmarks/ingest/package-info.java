/** Endpoints that store reports, side by side: ingest-service, a bare endpoint, a peer. May use every other package here but replay and outage. */
@org.jspecify.annotations.NullMarked
package io.auralis.benchmarks.ingest;
