package io.auralis.agent.feedback;

import io.auralis.agent.home.HomeException;
import io.auralis.agent.home.HomeJson;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the store: it holds a rating, or an audition, or, after some were deleted, how far they had been numbered, since
 * a number is never used again.
 */
record FeedbackLine(
        String schema,
        @Nullable Long numberedTo,
        @Nullable Rating rating,
        @Nullable Audition audition) {
    private static final String RATING = "rating/1";

    private static final String AUDITION = "audition/1";

    /** Says how far there were numbers. */
    static FeedbackLine numberedTo(long number) {
        return new FeedbackLine(RATING, number, null, null);
    }

    /** @throws HomeException if it is no such line, or one of a newer version of the program */
    static FeedbackLine read(byte[] json, Path file) {
        FeedbackLine line = HomeJson.read(json, FeedbackLine.class, file);
        if (!(line.audition() == null ? RATING : AUDITION).equals(line.schema())) {
            throw new HomeException(file + " was written by a newer version of the program.");
        }
        return line;
    }

    /** With its end. */
    byte[] bytes() {
        byte[] json = HomeJson.bytes(this);
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    static FeedbackLine of(Rating rating) {
        return new FeedbackLine(RATING, null, rating, null);
    }

    static FeedbackLine of(Audition audition) {
        return new FeedbackLine(AUDITION, null, null, audition);
    }

    long number() {
        if (rating != null) {
            return rating.number();
        }
        return audition != null ? audition.number() : numberedTo != null ? numberedTo : 0;
    }

    String identity() {
        return rating != null ? rating.identity() : requireAudition().identity();
    }

    Instant at() {
        return rating != null ? rating.at() : requireAudition().at();
    }

    FeedbackLine mergedAs(long number) {
        return rating != null
                ? of(rating.mergedAs(number))
                : of(requireAudition().mergedAs(number));
    }

    /** Whether it is a later state of the other: an audition's answer stands. */
    boolean corrects(FeedbackLine other) {
        return rating != null && rating.at().isAfter(other.at());
    }

    FeedbackLine inPlaceOf(FeedbackLine other) {
        return rating != null && other.rating != null ? of(rating.correcting(other.rating)) : other;
    }

    private Audition requireAudition() {
        return Objects.requireNonNull(audition, "a line is a rating or an audition");
    }

    boolean is(Predicate<Rating> ratings, Predicate<Audition> auditions) {
        return rating != null ? ratings.test(rating) : audition != null && auditions.test(audition);
    }
}
