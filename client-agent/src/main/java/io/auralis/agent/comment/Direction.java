package io.auralis.agent.comment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an ask points. */
public enum Direction {
    @JsonProperty("more")
    MORE,
    @JsonProperty("less")
    LESS,
    /** Praise, or a wish that nothing be changed. */
    @JsonProperty("fine")
    FINE;

    /** More for less and less for more; fine stays. */
    public Direction opposite() {
        return switch (this) {
            case MORE -> LESS;
            case LESS -> MORE;
            case FINE -> FINE;
        };
    }
}
