package io.auralis.agent.feedback;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteDimension;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One answered audition: two masterings of a passage that differed in one dimension, equally loud and without their
 * names, and which of them was liked better.
 *
 * @param number counts on with the ratings' numbers
 * @param at when it was answered, UTC
 * @param track the source file's name, for the listener's own eyes
 * @param sourceSha256 of the source file's bytes
 * @param baseModel the model that both were made by
 * @param gear the gear then in use
 * @param hearing the hearing then stated
 * @param type what the track was recognised as
 * @param profile the best recording profile's id
 * @param dimension in what they differed
 * @param lower the lower personal part of the two that was really applied, in the dimension's unit
 * @param higher the higher one
 * @param preferred what was answered
 */
public record Audition(
        long number,
        Instant at,
        String track,
        String sourceSha256,
        SemanticVersion baseModel,
        GearClass gear,
        HearingClass hearing,
        RecordingType type,
        String profile,
        TasteDimension dimension,
        double lower,
        double higher,
        Preferred preferred) {

    /** Which one was liked better. */
    public enum Preferred {
        @JsonProperty("lower")
        LOWER,
        @JsonProperty("higher")
        HIGHER,
        /** Heard as equal, or equally good: an answer, too. */
        @JsonProperty("no-difference")
        NO_DIFFERENCE
    }

    /** The same as another machine's, with a number of this one's. */
    Audition mergedAs(long newNumber) {
        return new Audition(
                newNumber,
                at,
                track,
                sourceSha256,
                baseModel,
                gear,
                hearing,
                type,
                profile,
                dimension,
                lower,
                higher,
                preferred);
    }

    /** What tells it from all others: nobody answers two at the same moment. */
    String identity() {
        return sourceSha256 + " " + at;
    }

    public Audition {
        Stream.of(at, track, sourceSha256, baseModel, gear, hearing, type, profile, dimension, preferred)
                .forEach(Objects::requireNonNull);
        if (!(lower < higher) || Double.isInfinite(lower) || Double.isInfinite(higher)) {
            throw new IllegalArgumentException("an audition has two different settings, the lower one first");
        }
    }
}
