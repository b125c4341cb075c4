/** Differential privacy: exact discrete Gaussian noise and zero-concentrated accounting. Plain Java; uses no other package. */
@org.jspecify.annotations.NullMarked
package io.auralis.aggregator.privacy;
