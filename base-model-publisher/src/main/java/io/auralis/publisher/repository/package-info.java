/** The signed repository while the service runs: kept fresh, watched, and served as static files to everyone. May use tuf and problem. */
@org.jspecify.annotations.NullMarked
package io.auralis.publisher.repository;
