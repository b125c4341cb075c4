package io.auralis.engine.mastering;

import io.auralis.engine.meter.LoudnessBlocks;

/**
 * A track of an album that was mastered.
 *
 * @param report what was done to it
 * @param loudness the output's blocks, to be put together with the others'
 */
public record AlbumTrackReport(MasteringReport report, LoudnessBlocks loudness) {}
