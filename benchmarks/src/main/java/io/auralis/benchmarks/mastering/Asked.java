package io.auralis.benchmarks.mastering;

/**
 * What every program is asked for.
 *
 * @param lufs integrated loudness
 * @param ceilingDbtp true peak not to exceed
 */
public record Asked(double lufs, double ceilingDbtp) {}
