package io.auralis.publisher.review;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a maintainer says to a candidate. */
public enum Decision {
    @JsonProperty("approve")
    APPROVE,
    @JsonProperty("reject")
    REJECT
}
