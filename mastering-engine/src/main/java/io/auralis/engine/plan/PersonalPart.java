package io.auralis.engine.plan;

/**
 * What the personal layer adds in one dimension.
 *
 * @param delta in the dimension's unit
 * @param reason the evidence for it, in words
 */
public record PersonalPart(double delta, String reason) {}
