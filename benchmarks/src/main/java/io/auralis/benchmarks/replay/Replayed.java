package io.auralis.benchmarks.replay;

/**
 * One replay, from the first record until all are in PostgreSQL.
 *
 * @param seconds it took
 * @param cpuSeconds of the aggregator since its start
 * @param brokerCpuSeconds of the broker meanwhile
 * @param peakBytes the most memory that the aggregator held
 */
record Replayed(double seconds, double cpuSeconds, double brokerCpuSeconds, long peakBytes) {}
