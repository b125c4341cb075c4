/** Clients that send as fast as they are answered. May use the payload and process packages. */
@org.jspecify.annotations.NullMarked
package io.auralis.benchmarks.load;
