package io.auralis.agent.comment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far an ask goes. */
public enum Intensity {
    @JsonProperty("a_bit")
    A_BIT,
    @JsonProperty("plain")
    PLAIN,
    @JsonProperty("much")
    MUCH
}
