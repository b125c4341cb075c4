package io.auralis.contracts.basemodel;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a profile treats width: keep the track's own, move it down to the target, or up to it. */
public enum StereoStrategy {
    @JsonProperty("maintain")
    MAINTAIN,
    @JsonProperty("narrow")
    NARROW,
    @JsonProperty("expand")
    EXPAND
}
