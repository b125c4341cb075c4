package io.auralis.engine.mastering;

import io.auralis.engine.detection.Detection;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.AlbumPlan;

/**
 * What was decided for an album from hearing its tracks.
 *
 * @param before the album's meters
 * @param detection what it was recognised as
 * @param plan what is to be done to each track, but for what the crest guard holds back
 */
public record DecidedAlbum(Meters before, Detection detection, AlbumPlan plan) {}
