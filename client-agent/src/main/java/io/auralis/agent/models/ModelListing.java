package io.auralis.agent.models;

import io.auralis.contracts.basemodel.SemanticVersion;

/**
 * One model as {@code model list} shows it.
 *
 * @param version the model's
 * @param channel who gets it; built-in models are stable, a listener's own are local
 * @param installed on this machine, or only offered by the repository when it was last asked
 * @param active the one in force
 */
public record ModelListing(SemanticVersion version, ModelOrigin channel, boolean installed, boolean active) {}
