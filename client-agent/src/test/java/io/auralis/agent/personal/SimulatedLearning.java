package io.auralis.agent.personal;

import io.auralis.agent.comment.CommentParser;
import io.auralis.agent.comment.Understanding;
import io.auralis.agent.feedback.Audition;
import io.auralis.agent.feedback.Rating;
import io.auralis.agent.history.Job;
import io.auralis.agent.history.Jobs;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteDimension;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * One listener and the real rule: comments through the real parser, what was learned through the real {@link Learner}, a
 * version considered at every fifth rating and, for what it was about, after every audition, a rating a day. Only Git and the disk are left out, so
 * that hundreds of listeners take seconds.
 */
final class SimulatedLearning {
    private static final Instant START = Instant.parse("2026-01-01T20:00:00Z");
    private static final RecordingType TYPE = RecordingType.STUDIO;
    private static final String PROFILE = "studio-hd-bright";
    private static final int MOST_AUDITIONS = 10;
    private static final CommentParser COMMENTS = CommentParser.ofAllLanguages();

    /** The same words mean the same, and people do not use many. */
    private static final Map<String, Understanding> UNDERSTOOD = new ConcurrentHashMap<>();

    private final SimulatedListener listener;
    private final ModelLookup models;
    private final List<Rating> ratings = new ArrayList<>();
    private final List<Audition> auditions = new ArrayList<>();
    private PersonalProfile profile;
    private Instant now = START;
    private Job job;
    private final Map<TasteDimension, Double> leastError = new EnumMap<>(TasteDimension.class);
    private double farthestAway;

    SimulatedLearning(SimulatedListener listener, ModelLookup models) {
        this.listener = listener;
        this.models = models;
        this.profile = PersonalProfile.none(
                GearClass.NEUTRAL_HEADPHONES, models.active().version());
        this.job = job();
        noteErrors();
    }

    /** By how much a part's error ever grew over its least, in plain wishes of half a dB or 0.05 of width, here as dB. */
    double farthestAwayDb() {
        return farthestAway;
    }

    private void noteErrors() {
        for (TasteDimension dimension : TasteDimension.values()) {
            double least = leastError.merge(dimension, error(dimension), Math::min);
            double away = (error(dimension) - least) * 0.5 / SimulatedListener.plain(dimension);
            farthestAway = Math.max(farthestAway, away);
        }
    }

    double value(TasteDimension dimension) {
        return profile.delta(TYPE, dimension).map(Delta::value).orElse(0.0);
    }

    double error(TasteDimension dimension) {
        return Math.abs(value(dimension) - listener.truth(dimension));
    }

    void rate() {
        now = now.plus(Duration.ofDays(1));
        SimulatedListener.Said said = listener.judge(this::value);
        Understanding understood = UNDERSTOOD.computeIfAbsent(said.comment(), COMMENTS::understand);
        ratings.add(Rating.of(nextNumber(), now, job, said.stars(), said.comment(), understood));
        if (ratings.size() % LearningRule.RATINGS_PER_VERSION == 0) {
            considerNewVersion(any -> true);
        }
    }

    /** As {@link #rate}, and an audition after every fifth, ten in all. */
    void rateAndAudition() {
        rate();
        if (ratings.size() % LearningRule.RATINGS_PER_VERSION == 0 && auditions.size() < MOST_AUDITIONS) {
            audition();
        }
    }

    void audition() {
        AuditionChoice.Pair pair = new AuditionChoice(learner()).next(TYPE);
        auditions.add(new Audition(
                nextNumber(),
                now,
                "song.flac",
                "0".repeat(64),
                new SemanticVersion(1, 0, 0),
                GearClass.NEUTRAL_HEADPHONES,
                HearingClass.NORMAL,
                TYPE,
                PROFILE,
                pair.dimension(),
                pair.lower(),
                pair.higher(),
                listener.choose(pair.dimension(), pair.lower(), pair.higher())));
        considerNewVersion(delta -> delta.is(TYPE, pair.dimension()));
    }

    private void considerNewVersion(Predicate<Delta> considered) {
        List<Delta> moved = learner().moved().stream().filter(considered).toList();
        if (!moved.isEmpty()) {
            profile = profile.next(ratings.size(), moved);
            job = job();
            noteErrors();
        }
    }

    /** What he judges until the next version: the plan's base part and what was learned. */
    private Job job() {
        Map<TasteDimension, Double> personal = new EnumMap<>(TasteDimension.class);
        for (TasteDimension dimension : TasteDimension.values()) {
            personal.put(dimension, value(dimension));
        }
        return Jobs.of("song.flac", now, TYPE, profile.version(), personal);
    }

    Learner learner() {
        return new Learner(profile, ratings, auditions, models, HearingClass.NORMAL, now);
    }

    private long nextNumber() {
        return ratings.size() + auditions.size() + 1;
    }
}
