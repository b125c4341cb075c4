/** The decision from cohort statistics to base-model candidates: pooling, figures with noise, robust estimates, steps and their test. Plain Java; may use the statistics and privacy packages and the contracts. */
@org.jspecify.annotations.NullMarked
package io.auralis.aggregator.derivation;
