package io.auralis.agent.personal;

import io.auralis.agent.comment.CommentParser;
import io.auralis.agent.comment.Understanding;
import io.auralis.agent.feedback.FeedbackStore;
import io.auralis.agent.feedback.Rating;
import io.auralis.agent.history.Job;
import io.auralis.agent.history.JobHistory;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.HomeLock;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Takes ratings: understands the comment, keeps the rating, and lets the personal layer learn at every fifth. It never
 * touches audio.
 */
public final class RatingService {
    private final AuralisHome home;
    private final Clock clock;
    private final PersonalLayer layer;
    private final JobHistory history;
    private final FeedbackStore ratings;
    private final CommentParser comments;

    public RatingService(AuralisHome home, Clock clock, PersonalLayer layer) {
        this.home = home;
        this.clock = clock;
        this.layer = layer;
        this.history = new JobHistory(home);
        this.ratings = new FeedbackStore(home);
        this.comments = CommentParser.ofAllLanguages();
    }

    /**
     * Rates the newest job that read or wrote this file.
     *
     * @param stars 1..5
     * @param comment in the listener's words, empty if none
     * @throws IllegalArgumentException if the file was never mastered here, or the stars are out of range
     */
    public Rated rate(Path file, int stars, String comment) {
        return rate(jobOf(file), stars, comment);
    }

    /** Rates a job. As {@link #rate(Path, int, String)}. */
    public Rated rate(Job job, int stars, String comment) {
        Rating.requireStars(stars);
        Rating.requireComment(comment);
        Understanding understanding = comments.understand(comment);
        try (HomeLock lock = HomeLock.acquire(home)) {
            PendingVersion pending = new PendingVersion(home);
            pending.makeUp(layer);
            List<Rating> before = ratings.all();
            long number = ratings.nextNumber();
            Rating rating = Rating.of(number, clock.instant(), job, stars, comment, understanding);
            long given = 1
                    + before.stream()
                            .filter(other -> other.gear() == job.gear())
                            .count();
            boolean fifth = given % LearningRule.RATINGS_PER_VERSION == 0;
            if (fifth) {
                // Written first, so that a kill after the rating is on disk does not lose the version it calls for.
                pending.mark(job.gear());
            }
            ratings.append(rating);
            Optional<ProfileVersion> made = fifth
                    ? pending.consider(() -> layer.considerNewVersion(job.gear()), "The rating")
                    : Optional.empty();
            return new Rated(rating, layer.current(job.gear()).version(), made);
        }
    }

    /**
     * Corrects the last rating of this file.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Rated replaceLast(Path file, int stars, String comment) {
        Rating.requireStars(stars);
        Rating.requireComment(comment);
        Job job = jobOf(file);
        Understanding understanding = comments.understand(comment);
        try (HomeLock lock = HomeLock.acquire(home)) {
            Rating last = ratings.all().stream()
                    .filter(rating -> rating.sourceSha256().equals(job.sourceSha256()))
                    .max(Comparator.comparingLong(Rating::number))
                    .orElseThrow(() -> new IllegalArgumentException(
                            job.track() + " has no rating that could be replaced; rate it without --replace."));
            Job judged = history.byId(last.job()).orElse(job);
            Rating corrected = Rating.of(last.number(), clock.instant(), judged, stars, comment, understanding)
                    .correcting(last);
            ratings.replace(corrected);
            return new Rated(corrected, layer.current(judged.gear()).version(), Optional.empty());
        }
    }

    private Job jobOf(Path file) {
        return history.find(file).stream()
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                file
                                        + " was never mastered here, so there is nothing to judge; run \"auralis master\" on it first."));
    }
}
