package io.auralis.benchmarks.ingest;

/**
 * How many times as many requests ingest-service answered as another target under the same shape: the median over the
 * rounds of the ratio within a round, since what else the machine does changes from round to round.
 */
record Ratio(String ingest, String against, int connections, int batch, double times) {}
