/** What an operator sees: status, readiness, metrics. May use the stream, topology, sink and candidate packages. */
@org.jspecify.annotations.NullMarked
package io.auralis.aggregator.status;
