/** The statistics for everybody: noisy figures that derivations have drawn and paid for, and nothing else. May use the candidate package, the contracts, and JAX-RS. */
@org.jspecify.annotations.NullMarked
package io.auralis.aggregator.publication;
