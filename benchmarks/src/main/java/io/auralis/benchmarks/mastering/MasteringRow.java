package io.auralis.benchmarks.mastering;

import java.util.OptionalDouble;

/**
 * One program, over all songs and rounds.
 *
 * @param name of the program
 * @param timesRealtime length of the songs over wall time, median of the rounds
 * @param cpuSeconds per minute of music, median
 * @param peakBytes the highest
 * @param wallRatio its wall time over ours, median of the rounds' ratios; 1 is as fast, 2 half as fast
 * @param peakDbtp the highest true peak of what it wrote, by the 16x meter; empty for one that only listens
 * @param loudnessErrorLu the largest distance of what it wrote to the loudness asked for
 * @param rangeChangeLu the largest change of the loudness range, with its sign
 */
public record MasteringRow(
        String name,
        double timesRealtime,
        double cpuSeconds,
        long peakBytes,
        double wallRatio,
        OptionalDouble peakDbtp,
        OptionalDouble loudnessErrorLu,
        OptionalDouble rangeChangeLu) {}
