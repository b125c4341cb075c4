package io.auralis.simulator.listener;

/**
 * What a listener says of one track.
 *
 * @param stars 1 to 5
 * @param comment in English, empty if he says nothing
 */
record Impression(int stars, String comment) {}
