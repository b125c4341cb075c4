package io.auralis.agent.feedback;

import io.auralis.agent.comment.Ask;
import io.auralis.agent.comment.Understanding;
import io.auralis.agent.history.Job;
import io.auralis.agent.history.JobId;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.contracts.taste.FeatureBins;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteDimension;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One rating of one job, with all that learning and reporting need of the job, so that nothing is analysed again.
 *
 * @param number counts the ratings of this home from 1, never reused: tells order where the clock cannot
 * @param at when, UTC
 * @param job id of the job it judges
 * @param track the source file's name, for the listener's own eyes
 * @param sourceSha256 of the source file's bytes
 * @param baseModel the model the job used
 * @param personalVersion the personal profile's version the job used, empty before the first
 * @param gear the gear in use at the job
 * @param hearing the hearing stated at the job
 * @param type what the track was recognised as
 * @param profile the best recording profile's id
 * @param personal per dimension what was really applied on top of the base part, in the dimension's unit
 * @param features the fingerprint's values that a taste report bins
 * @param stars 1..5
 * @param comment the listener's words, empty if none
 * @param asks what was understood of them
 * @param ignored what was not
 * @param id what it is known by wherever it is copied to; null in ratings from before there were ids
 * @param merged true if it was given on another machine and merged into this one's; null if it was given here
 */
public record Rating(
        long number,
        Instant at,
        String job,
        String track,
        String sourceSha256,
        SemanticVersion baseModel,
        String personalVersion,
        GearClass gear,
        HearingClass hearing,
        RecordingType type,
        String profile,
        Map<TasteDimension, Double> personal,
        Map<FingerprintDimension, Double> features,
        int stars,
        String comment,
        List<Ask> asks,
        List<String> ignored,
        @Nullable String id,
        @Nullable Boolean merged) {
    public static final int LOWEST_STARS = 1;
    public static final int HIGHEST_STARS = 5;

    /** A page of text: more is no comment but a file given by mistake. */
    private static final int LONGEST_COMMENT = 2000;

    public Rating {
        requireStars(stars);
        requireComment(comment);
        Stream.of(at, job, track, sourceSha256, baseModel, personalVersion, gear, hearing, type, profile)
                .forEach(Objects::requireNonNull);
        Map<TasteDimension, Double> personalCopy = new EnumMap<>(TasteDimension.class);
        personalCopy.putAll(personal);
        personal = Collections.unmodifiableMap(personalCopy);
        Map<FingerprintDimension, Double> featuresCopy = new EnumMap<>(FingerprintDimension.class);
        featuresCopy.putAll(features);
        features = Collections.unmodifiableMap(featuresCopy);
        asks = List.copyOf(asks);
        ignored = List.copyOf(ignored);
    }

    /** @throws IllegalArgumentException unless the stars are 1..5 */
    public static void requireStars(int stars) {
        if (stars < LOWEST_STARS || stars > HIGHEST_STARS) {
            throw new IllegalArgumentException(
                    "A rating is " + LOWEST_STARS + " to " + HIGHEST_STARS + " stars, not " + stars + ".");
        }
    }

    /** @throws IllegalArgumentException if the comment is longer than a comment is */
    public static void requireComment(String comment) {
        if (comment.length() > LONGEST_COMMENT) {
            throw new IllegalArgumentException(
                    "A comment has at most " + LONGEST_COMMENT + " characters, not " + comment.length() + ".");
        }
    }

    /** The rating of a job. */
    public static Rating of(long number, Instant at, Job job, int stars, String comment, Understanding understanding) {
        Map<TasteDimension, Double> personal = new EnumMap<>(TasteDimension.class);
        // What a legal range or a guard took away was not heard, so it is not what the listener judged.
        job.applied().forEach((dimension, applied) -> personal.put(dimension, applied.total() - applied.base()));
        Map<FingerprintDimension, Double> features = new EnumMap<>(FingerprintDimension.class);
        for (FeatureBins bins : FeatureBins.values()) {
            if (job.fingerprint().has(bins.feature())) {
                features.put(bins.feature(), job.fingerprint().value(bins.feature()));
            }
        }
        return new Rating(
                number,
                at,
                job.id(),
                job.track(),
                job.sourceSha256(),
                job.baseModel(),
                job.personalVersion(),
                job.gear(),
                job.hearing(),
                job.type(),
                job.profile(),
                personal,
                features,
                stars,
                comment,
                understanding.asks(),
                understanding.ignored(),
                JobId.next(at),
                null);
    }

    /** The same in the place of an earlier one, which it corrects. */
    public Rating correcting(Rating earlier) {
        return with(earlier.number, earlier.id, earlier.merged);
    }

    /** The same as another machine's, with a number of this one's. */
    Rating mergedAs(long newNumber) {
        return with(newNumber, identity(), true);
    }

    private Rating with(long newNumber, @Nullable String newId, @Nullable Boolean newMerged) {
        return new Rating(
                newNumber,
                at,
                job,
                track,
                sourceSha256,
                baseModel,
                personalVersion,
                gear,
                hearing,
                type,
                profile,
                personal,
                features,
                stars,
                comment,
                asks,
                ignored,
                newId,
                newMerged);
    }

    /** What tells it from all other ratings, on whatever machine it was given. */
    String identity() {
        return id != null ? id : job + " " + at;
    }

    /** Whether it was given on this machine. Another's own reports tell of those that were not. */
    public boolean givenHere() {
        return !Boolean.TRUE.equals(merged);
    }

    /** What was applied on top of the base part; 0 where the job says nothing. */
    public double personal(TasteDimension dimension) {
        return personal.getOrDefault(dimension, 0.0);
    }
}
