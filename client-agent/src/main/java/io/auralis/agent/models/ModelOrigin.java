package io.auralis.agent.models;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.auralis.contracts.basemodel.ModelTarget;

/** Where a model on this machine is from: a channel of the signed repository, or the listener himself. */
public enum ModelOrigin {
    @JsonProperty("stable")
    STABLE,
    @JsonProperty("beta")
    BETA,
    /** Made on this machine; signed by nobody, shared with nobody. */
    @JsonProperty("local")
    LOCAL;

    static ModelOrigin of(ModelTarget.Channel channel) {
        return switch (channel) {
            case STABLE -> STABLE;
            case BETA -> BETA;
        };
    }
}
