package io.auralis.engine.detection;

import io.auralis.contracts.fingerprint.FingerprintDimension;

/**
 * How one rule judged a track.
 *
 * @param feature what was looked at
 * @param value the track's value in the feature's unit
 * @param points the rule's points
 * @param membership 0..1; points times membership were added
 */
public record RuleScore(FingerprintDimension feature, double value, double points, double membership) {}
