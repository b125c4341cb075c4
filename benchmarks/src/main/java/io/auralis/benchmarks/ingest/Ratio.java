package io.auralis.benchmarks.ingest;

/**
 * How many times as many requests ingest-service answered as another target under the same shape: the median over the
 * rounds of the ratio within a round, since what else the machine does changes from round to round.
 *
 * @param times by the clock
 * @param timesByCpu by what the CPU that each used would allow; 0 where the other's process is not known
 */
record Ratio(String ingest, String against, int connections, int batch, double times, double timesByCpu) {}
