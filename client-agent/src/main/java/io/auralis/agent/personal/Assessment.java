package io.auralis.agent.personal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.TasteDimension;
import org.jspecify.annotations.Nullable;

/**
 * Where one dimension of one recording type stands, and what the next version will do to it.
 *
 * @param type the recording type
 * @param dimension the dimension
 * @param current the personal part in force, in the dimension's unit
 * @param asks all asks that count for it
 * @param newAsks those since it last moved
 * @param estimate what the listener seems to want
 * @param low lower end of its 95 % interval
 * @param high upper end
 * @param next the personal part after the next version; equal to current if it will not move
 * @param reason why it will move, or what is missing, in words
 * @param auditions how many auditions were about it
 * @param convergence whether it has come to rest
 * @param drift the last change of taste that was noticed, null if none was
 * @param leftBehind asks from before a rollback or before the listener's own word: they count no more
 */
public record Assessment(
        RecordingType type,
        TasteDimension dimension,
        double current,
        AskCount asks,
        AskCount newAsks,
        double estimate,
        double low,
        double high,
        double next,
        String reason,
        int auditions,
        Convergence convergence,
        @Nullable Drift drift,
        int leftBehind) {

    /** Whether a dimension has come to rest. */
    public enum Convergence {
        /** Fewer asks than may move it. */
        @JsonProperty("too-little-said")
        TOO_LITTLE_SAID("too little said"),
        /** The next version moves it, or what is in force is still a bit away from what the listener seems to want. */
        @JsonProperty("still-moving")
        STILL_MOVING("still moving"),
        @JsonProperty("settled")
        SETTLED("settled");

        private final String words;

        Convergence(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public boolean moves() {
        return next != current;
    }
}
