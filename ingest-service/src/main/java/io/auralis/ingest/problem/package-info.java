/** Every refused request as application/problem+json with a stable code. May use the contracts, nothing of the other features. */
@org.jspecify.annotations.NullMarked
package io.auralis.ingest.problem;
