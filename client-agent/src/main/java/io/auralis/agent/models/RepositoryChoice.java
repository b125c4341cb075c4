package io.auralis.agent.models;

import io.auralis.contracts.basemodel.ModelTarget;

/**
 * Where updates come from.
 *
 * @param address of the repository
 * @param channel stable releases only, or early ones too
 */
public record RepositoryChoice(String address, ModelTarget.Channel channel) {}
