package io.auralis.agent.personal;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.TasteDimension;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One dimension's personal part for one recording type.
 *
 * @param type the recording type
 * @param dimension the dimension
 * @param value the personal part, in the dimension's unit, relative to the profile's base model
 * @param interval both ends of the 95 % interval of the estimate when it was last moved
 * @param evidence why it is so, in words
 * @param asks what was counted when it was last moved
 * @param origin how it came about
 * @param profile the recording profile that its tracks mostly match: a change of base model is measured by it
 * @param since number of the last rating when it was last moved: only later asks move it again
 * @param anchor the listener's own word, null where he gave none; see {@link Anchor}
 */
public record Delta(
        RecordingType type,
        TasteDimension dimension,
        double value,
        List<Double> interval,
        String evidence,
        AskCount asks,
        Origin origin,
        String profile,
        long since,
        @Nullable Anchor anchor) {

    /** How a personal part came about. */
    public enum Origin {
        @JsonProperty("learned")
        LEARNED,
        @JsonProperty("by-hand")
        BY_HAND,
        @JsonProperty("restored")
        RESTORED
    }

    /**
     * A value that the listener set by hand or restored by a rollback. It stands in the place of the all-types estimate,
     * and evidence from before it is not counted any more: his own word outweighs what was concluded from him.
     *
     * @param value in the dimension's unit
     * @param since number of the last rating then
     */
    public record Anchor(double value, long since) {}

    public Delta {
        interval = List.copyOf(interval);
        if (interval.size() != 2) {
            throw new IllegalArgumentException("an interval has two ends");
        }
        Stream.of(type, dimension, evidence, asks, origin, profile).forEach(Objects::requireNonNull);
    }

    /**
     * A part that the listener decided himself: it anchors what is learned from later ratings.
     *
     * @param now number of the last rating
     */
    static Delta decided(
            Origin origin,
            RecordingType type,
            TasteDimension dimension,
            double value,
            String evidence,
            String profile,
            long now) {
        return new Delta(
                type,
                dimension,
                value,
                List.of(value, value),
                evidence,
                AskCount.NONE,
                origin,
                profile,
                now,
                new Anchor(value, now));
    }

    boolean is(RecordingType otherType, TasteDimension otherDimension) {
        return type == otherType && dimension == otherDimension;
    }

    /** The same after a change of base model. */
    Delta shifted(double shift) {
        return new Delta(
                type,
                dimension,
                clipped(value + shift),
                interval.stream().map(end -> Rebase.tidy(end + shift)).toList(),
                evidence,
                asks,
                origin,
                profile,
                since,
                anchor == null ? null : new Anchor(clipped(anchor.value() + shift), anchor.since()));
    }

    private double clipped(double shifted) {
        return Math.max(-dimension.limit(), Math.min(dimension.limit(), Rebase.tidy(shifted)));
    }
}
