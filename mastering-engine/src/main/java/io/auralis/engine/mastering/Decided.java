package io.auralis.engine.mastering;

import io.auralis.engine.detection.Detection;
import io.auralis.engine.plan.MasteringPlan;

/**
 * What would be done to a track, and what was heard for it.
 *
 * @param analysis what the track is
 * @param detection what it was recognised as
 * @param plan what is to be done
 */
public record Decided(Analysis analysis, Detection detection, MasteringPlan plan) {}
