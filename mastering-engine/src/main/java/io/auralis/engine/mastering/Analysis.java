package io.auralis.engine.mastering;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.meter.Meters;

/**
 * What is known of a track before anything is decided.
 *
 * @param file the file and what it says of itself
 * @param meters its meters
 * @param fingerprint its fingerprint
 */
public record Analysis(MediaFile file, Meters meters, Fingerprint fingerprint) {}
