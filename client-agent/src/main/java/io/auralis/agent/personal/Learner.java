package io.auralis.agent.personal;

import io.auralis.agent.comment.Intensity;
import io.auralis.agent.feedback.Audition;
import io.auralis.agent.feedback.Rating;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteDimension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Applies the {@link LearningRule} to a listener's ratings and auditions on one gear. Pure: the same ones, in whatever
 * order, give the same assessments.
 */
final class Learner {
    private final PersonalProfile profile;
    private final List<Rating> ratings;
    private final List<Audition> auditions;
    private final Instant now;
    private final Starts starts;
    private final EvidenceBook book;

    /**
     * @param profile relative to the active model
     * @param ratings those of the profile's gear
     * @param auditions likewise
     */
    Learner(
            PersonalProfile profile,
            List<Rating> ratings,
            List<Audition> auditions,
            ModelLookup models,
            HearingClass hearing,
            Instant now) {
        this.profile = profile;
        this.ratings = ratings.stream()
                .sorted(Comparator.comparingLong(Rating::number))
                .toList();
        this.auditions = auditions.stream()
                .sorted(Comparator.comparingLong(Audition::number))
                .toList();
        this.now = now;
        this.starts = new Starts(models.active(), profile.gear(), hearing, this.ratings);
        this.book = new EvidenceBook(profile, models, starts, this.ratings, this.auditions);
    }

    /** All dimensions that any rating or audition of their type was about, be it left behind by now. */
    List<Assessment> assess() {
        List<Assessment> assessments = new ArrayList<>();
        for (RecordingType type : RecordingType.values()) {
            for (TasteDimension dimension : TasteDimension.values()) {
                boolean asked = book.about(dimension).stream().anyMatch(one -> one.isAsk() && one.type() == type);
                if (asked || book.leftBehind(type, dimension) > 0) {
                    assessments.add(assess(type, dimension));
                }
            }
        }
        return assessments;
    }

    /** The deltas of the next version: those that move. */
    List<Delta> moved() {
        return assess().stream().filter(Assessment::moves).map(this::delta).toList();
    }

    private Delta delta(Assessment assessment) {
        Delta.Anchor anchor = profile.delta(assessment.type(), assessment.dimension())
                .map(Delta::anchor)
                .orElse(null);
        return new Delta(
                assessment.type(),
                assessment.dimension(),
                assessment.next(),
                List.of(Rebase.tidy(assessment.low()), Rebase.tidy(assessment.high())),
                assessment.reason(),
                assessment.asks(),
                Delta.Origin.LEARNED,
                mainProfile(assessment.type()).map(RecordingProfile::id).orElse(""),
                lastNumber(),
                anchor);
    }

    Assessment assess(RecordingType type, TasteDimension dimension) {
        Reckoning reckoning = reckon(type, dimension);
        Estimate estimate = reckoning.estimate();
        double current = book.current(type, dimension);
        List<Evidence> shared = book.about(dimension);
        List<Evidence> own = ownOf(shared, type);
        Optional<Drift> drift = Drift.latest(dimension, own);
        // What was asked before a rollback or a change of taste decides nothing any more.
        long outdated = Math.max(profile.learnsFrom(), drift.map(Drift::since).orElse(1L) - 1);
        long since = Math.max(profile.delta(type, dimension).map(Delta::since).orElse(0L), profile.learnsFrom());
        AskCount newAsks = AskCount.of(after(own, since));
        AskCount ownAsks = AskCount.of(after(own, outdated));
        boolean fewOwn = ownAsks.total() < LearningRule.LEAST_ASKS;
        AskCount asks = fewOwn ? AskCount.of(after(shared, outdated)) : ownAsks;
        boolean open = Math.abs(estimate.value() - current) >= LearningRule.step(dimension, Intensity.A_BIT);
        Gate gate = Gate.of(dimension, newAsks, asks, fewOwn, open);
        boolean chance = gate.agreed()
                .filter(agreed ->
                        ownAsks.of(agreed) < LearningRule.ASKS_BEYOND_CHANCE && !estimate.lies(agreed, current))
                .isPresent();
        double next = gate.agreed()
                .filter(agreed -> !chance)
                .map(agreed -> LearningRule.next(dimension, current, estimate.value(), agreed))
                .orElse(current);
        boolean early = ratings.size() < LearningRule.RATINGS_BEFORE_APPLIED;
        int leftBehind = book.leftBehind(type, dimension);
        double after = early ? current : next;
        return new Assessment(
                type,
                dimension,
                current,
                gate.counted(),
                newAsks,
                estimate.value(),
                estimate.low(),
                estimate.high(),
                after,
                asks.total() == 0 && leftBehind > 0
                        ? leftBehindWords(type, dimension, leftBehind)
                        : reason(gate, dimension, current, early, chance, next),
                auditions(type, dimension).size(),
                after != current || open && asks.total() >= LearningRule.LEAST_ASKS
                        ? Assessment.Convergence.STILL_MOVING
                        : asks.total() < LearningRule.LEAST_ASKS
                                ? Assessment.Convergence.TOO_LITTLE_SAID
                                : Assessment.Convergence.SETTLED,
                drift.orElse(null),
                leftBehind);
    }

    private String leftBehindWords(RecordingType type, TasteDimension dimension, int asks) {
        boolean byHand = profile.delta(type, dimension)
                .filter(delta -> delta.origin() == Delta.Origin.BY_HAND)
                .isPresent();
        return asks + (asks == 1 ? " earlier ask was" : " earlier asks were")
                + (byHand ? " left behind when you set it by hand" : " left behind by the rollback")
                + "; only new ones move it";
    }

    private String reason(
            Gate gate, TasteDimension dimension, double current, boolean early, boolean chance, double next) {
        if (early) {
            return gate.sentence() + "; applied from " + LearningRule.RATINGS_BEFORE_APPLIED + " ratings on, "
                    + ratings.size() + " so far";
        }
        if (next != current || gate.agreed().isEmpty()) {
            return gate.sentence();
        }
        return gate.sentence() + "; " + Words.signed(dimension, current)
                + (chance ? " may still be right: the asks are too few to tell" : " already answers it");
    }

    /** How the estimate comes about. */
    Reckoning reckon(RecordingType type, TasteDimension dimension) {
        List<Evidence> shared = book.about(dimension);
        List<Weighed> all = Weighed.of(dimension, shared, now);
        List<Weighed> own = Weighed.of(dimension, ownOf(shared, type), now);
        double start = starts.ofAllTypes(dimension);
        double allTypes = LearningRule.estimate(dimension, all, start).value();
        Optional<Double> anchor =
                profile.delta(type, dimension).map(Delta::anchor).map(Delta.Anchor::value);
        double toward = anchor.orElse(allTypes);
        return new Reckoning(own, all, start, allTypes, anchor, toward, LearningRule.estimate(dimension, own, toward));
    }

    private static List<Evidence> ownOf(List<Evidence> shared, RecordingType type) {
        return shared.stream().filter(one -> one.type() == type).toList();
    }

    private static List<Evidence> after(Collection<Evidence> evidence, long number) {
        return evidence.stream().filter(one -> one.number() > number).toList();
    }

    /** The auditions about a dimension, oldest first. */
    List<Audition> auditions(RecordingType type, TasteDimension dimension) {
        return auditions.stream()
                .filter(one -> one.type() == type && one.dimension() == dimension)
                .toList();
    }

    private long lastNumber() {
        return LongStream.concat(
                        ratings.stream().mapToLong(Rating::number),
                        auditions.stream().mapToLong(Audition::number))
                .max()
                .orElse(0);
    }

    Optional<RecordingProfile> mainProfile(RecordingType type) {
        return starts.mainProfile(type);
    }
}
