package io.auralis.agent.models;

import io.auralis.contracts.basemodel.ModelTarget;
import io.auralis.contracts.basemodel.SemanticVersion;

/**
 * One model as {@code model list} shows it.
 *
 * @param version the model's
 * @param channel who gets it; built-in models are stable
 * @param installed on this machine, or only offered by the repository when it was last asked
 * @param active the one in force
 */
public record ModelListing(SemanticVersion version, ModelTarget.Channel channel, boolean installed, boolean active) {}
