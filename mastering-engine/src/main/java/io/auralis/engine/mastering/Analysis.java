package io.auralis.engine.mastering;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.engine.declip.Clipping;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.meter.LoudnessBlocks;
import io.auralis.engine.meter.Meters;

/**
 * What is known of a track before anything is decided.
 *
 * @param file the file and what it says of itself
 * @param meters its meters
 * @param loudness the blocks that its loudness comes from
 * @param seconds its length
 * @param fingerprint its fingerprint
 * @param clipping whether it was cut off at a level
 */
public record Analysis(
        MediaFile file,
        Meters meters,
        LoudnessBlocks loudness,
        double seconds,
        Fingerprint fingerprint,
        Clipping clipping) {}
