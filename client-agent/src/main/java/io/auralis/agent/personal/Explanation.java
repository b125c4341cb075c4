package io.auralis.agent.personal;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.TasteDimension;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one personal part is what it is: every rating and audition behind it, with its share. The shares of the pieces and of
 * the start add up to the estimate.
 *
 * @param type the recording type
 * @param dimension the dimension
 * @param value the personal part in force, in the dimension's unit
 * @param evidence why it was moved there, in words; where it starts if it never was
 * @param standing what the next version will do, and why
 * @param estimate what the listener seems to want
 * @param low lower end of its 95 % interval
 * @param high upper end
 * @param start what all is shrunk toward, in words
 * @param startValue the value that is
 * @param startShare its share of the estimate
 * @param pieces the ratings and auditions, oldest first
 */
public record Explanation(
        RecordingType type,
        TasteDimension dimension,
        double value,
        String evidence,
        Assessment standing,
        double estimate,
        double low,
        double high,
        String start,
        double startValue,
        double startShare,
        List<Piece> pieces) {
    public Explanation {
        pieces = List.copyOf(pieces);
    }

    /**
     * One rating or audition.
     *
     * @param number of the rating or audition
     * @param at when, UTC
     * @param type the recording type it was about; that of another type speaks through the estimate of all types only
     * @param track the source file's name
     * @param stars of the rating; null for an audition
     * @param comment of the rating, empty if none
     * @param says what was understood of it, in words
     * @param target the personal part it speaks for, in the dimension's unit
     * @param weight what is left of its weight after fading
     * @param share what it contributes to the estimate, in the dimension's unit
     */
    public record Piece(
            long number,
            @JsonSerialize(using = ToStringSerializer.class) Instant at,
            RecordingType type,
            String track,
            @Nullable Integer stars,
            String comment,
            String says,
            double target,
            double weight,
            double share) {}
}
