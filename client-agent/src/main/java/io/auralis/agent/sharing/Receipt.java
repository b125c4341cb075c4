package io.auralis.agent.sharing;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * The last settled word of the server on one slot.
 *
 * @param slot the slot's name
 * @param id the report id
 * @param number what was settled
 * @param at when, UTC, ISO-8601; stays on this machine
 * @param outcome how it was settled
 * @param reason why it was refused; absent otherwise
 */
public record Receipt(
        String slot,
        String id,
        long number,
        String at,
        Outcome outcome,
        @Nullable String reason) {
    /** How the server settled it. */
    public enum Outcome {
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("withdrawn")
        WITHDRAWN,
        @JsonProperty("refused")
        REFUSED
    }
}
