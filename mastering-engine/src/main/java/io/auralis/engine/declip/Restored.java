package io.auralis.engine.declip;

/**
 * What was restored in a track.
 *
 * @param stretches runs of samples, all channels together
 * @param samples in them
 * @param highestPeakDbfs magnitude of the highest of them, dB of full scale; negative infinity where there is none
 */
public record Restored(long stretches, long samples, double highestPeakDbfs) {}
