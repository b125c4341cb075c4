package io.auralis.engine.album;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.engine.meter.LoudnessBlocks;
import io.auralis.engine.meter.Meters;

/**
 * What an album has to know of one of its tracks.
 *
 * @param name of its file
 * @param fingerprint all 25 dimensions
 * @param meters the meters' readings
 * @param loudness its blocks, to be put together with the others'
 * @param seconds its length
 */
public record HeardTrack(
        String name, Fingerprint fingerprint, Meters meters, LoudnessBlocks loudness, double seconds) {}
