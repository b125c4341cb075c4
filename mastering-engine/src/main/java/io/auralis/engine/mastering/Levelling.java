package io.auralis.engine.mastering;

/**
 * How the output's level was reached.
 *
 * @param attempts how often the output was written and measured until it was as planned, or no further attempt helped
 * @param limiterMostReductionDb the most that the limiter took off, dB; 0 where it had nothing to do
 */
public record Levelling(int attempts, double limiterMostReductionDb) {}
