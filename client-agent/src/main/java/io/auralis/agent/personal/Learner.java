package io.auralis.agent.personal;

import io.auralis.agent.comment.Ask;
import io.auralis.agent.comment.Direction;
import io.auralis.agent.comment.Intensity;
import io.auralis.agent.feedback.Audition;
import io.auralis.agent.feedback.Rating;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteDimension;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private final ModelLookup models;
    private final HearingClass hearing;
    private final Instant now;
    private final List<Evidence> evidence = new ArrayList<>();

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
        this.models = models;
        this.hearing = hearing;
        this.now = now;
        this.ratings.forEach(this::collect);
        this.auditions.forEach(this::collect);
    }

    /** All dimensions that any rating or audition of their type was about. */
    List<Assessment> assess() {
        List<Assessment> assessments = new ArrayList<>();
        for (RecordingType type : RecordingType.values()) {
            for (TasteDimension dimension : TasteDimension.values()) {
                boolean asked = about(dimension).stream().anyMatch(one -> one.isAsk() && one.type() == type);
                if (asked) {
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
        Optional<Delta> delta = profile.delta(type, dimension);
        List<Evidence> shared = about(dimension);
        List<Evidence> own = shared.stream().filter(one -> one.type() == type).toList();
        Estimate allTypes = LearningRule.estimate(dimension, shared, allTypesPrior(dimension), now);
        double shrinkToward = delta.map(Delta::anchor).map(Delta.Anchor::value).orElse(allTypes.value());
        Estimate estimate = LearningRule.estimate(dimension, own, shrinkToward, now);
        double current = current(type, dimension);
        long since = Math.max(delta.map(Delta::since).orElse(0L), profile.learnsFrom());
        AskCount newAsks = AskCount.of(after(own, since));
        AskCount ownAsks = AskCount.of(after(own, profile.learnsFrom()));
        boolean fewOwn = ownAsks.total() < LearningRule.LEAST_ASKS;
        AskCount asks = fewOwn ? AskCount.of(after(shared, profile.learnsFrom())) : ownAsks;
        Gate gate = Gate.of(dimension, newAsks, asks, fewOwn);
        double next = gate.agreed()
                .map(agreed -> LearningRule.next(dimension, current, estimate.value(), agreed))
                .orElse(current);
        boolean early = ratings.size() < LearningRule.RATINGS_BEFORE_APPLIED;
        String reason = early
                ? gate.sentence() + "; applied from " + LearningRule.RATINGS_BEFORE_APPLIED + " ratings on, "
                        + ratings.size() + " so far"
                : next == current && gate.agreed().isPresent()
                        ? gate.sentence() + "; " + Words.signed(dimension, current) + " already answers it"
                        : gate.sentence();
        return new Assessment(
                type,
                dimension,
                current,
                gate.counted(),
                newAsks,
                estimate.value(),
                estimate.low(),
                estimate.high(),
                early ? current : next,
                reason);
    }

    private void collect(Rating rating) {
        for (Ask ask : rating.asks()) {
            TasteDimension dimension = ask.aspect().dimension();
            double step = LearningRule.step(dimension, ask.intensity());
            double way = switch (ask.direction()) {
                case MORE -> step;
                case LESS -> -step;
                case FINE -> 0;
            };
            add(rating, dimension, way, 1, 1, Optional.of(ask.direction()));
        }
        double weight = LearningRule.silentWeight(rating.stars());
        if (rating.asks().isEmpty() && weight > 0) {
            for (TasteDimension dimension : TasteDimension.values()) {
                add(rating, dimension, 0, weight, 0, Optional.empty());
            }
        }
    }

    private void add(
            Rating rating, TasteDimension dimension, double way, double weight, int asks, Optional<Direction> ask) {
        double target = rating.personal(dimension) + way + rebase(rating.baseModel(), rating.profile(), dimension);
        keep(new Evidence(rating.number(), rating.at(), rating.type(), dimension, target, weight, asks, ask));
    }

    /** The winner's setting; where there was no difference, the truth lies about between both. */
    private void collect(Audition audition) {
        TasteDimension dimension = audition.dimension();
        double setting = switch (audition.preferred()) {
            case LOWER -> audition.lower();
            case HIGHER -> audition.higher();
            case NO_DIFFERENCE -> (audition.lower() + audition.higher()) / 2;
        };
        double target = setting + rebase(audition.baseModel(), audition.profile(), dimension);
        keep(new Evidence(
                audition.number(),
                audition.at(),
                audition.type(),
                dimension,
                target,
                LearningRule.AUDITION_ASKS,
                LearningRule.AUDITION_ASKS,
                Optional.of(way(dimension, target - current(audition.type(), dimension)))));
    }

    /** An audition names a setting, not a way: where the setting lies from what is in force is the way. */
    private static Direction way(TasteDimension dimension, double missing) {
        if (Math.abs(missing) < LearningRule.step(dimension, Intensity.A_BIT)) {
            return Direction.FINE;
        }
        return missing > 0 ? Direction.MORE : Direction.LESS;
    }

    private void keep(Evidence one) {
        long anchoredSince = profile.delta(one.type(), one.dimension())
                .map(Delta::anchor)
                .map(Delta.Anchor::since)
                .orElse(0L);
        if (one.number() > anchoredSince) {
            evidence.add(one);
        }
    }

    /** As much as a base model that was then in force differs from the one that is now. */
    private double rebase(SemanticVersion baseModel, String recording, TasteDimension dimension) {
        return models.find(baseModel)
                .map(then -> Rebase.shift(then, models.active(), recording, dimension))
                .orElse(0.0);
    }

    private double current(RecordingType type, TasteDimension dimension) {
        return profile.delta(type, dimension).map(Delta::value).orElse(prior(type, dimension));
    }

    /** The auditions about a dimension, oldest first. */
    List<Audition> auditions(RecordingType type, TasteDimension dimension) {
        return auditions.stream()
                .filter(one -> one.type() == type && one.dimension() == dimension)
                .toList();
    }

    private List<Evidence> about(TasteDimension dimension) {
        return evidence.stream().filter(one -> one.dimension() == dimension).toList();
    }

    private static List<Evidence> after(Collection<Evidence> evidence, long number) {
        return evidence.stream().filter(one -> one.number() > number).toList();
    }

    private long lastNumber() {
        return LongStream.concat(
                        ratings.stream().mapToLong(Rating::number),
                        auditions.stream().mapToLong(Audition::number))
                .max()
                .orElse(0);
    }

    /** Where this listener starts for a type: the prior of the recording profile that most of his tracks matched. */
    private double prior(RecordingType type, TasteDimension dimension) {
        return mainProfile(type)
                .map(main -> main.prior(profile.gear(), hearing, dimension))
                .orElse(0.0);
    }

    /** The mean prior over his ratings' recording profiles. */
    private double allTypesPrior(TasteDimension dimension) {
        return ratings.stream()
                .map(rating -> models.active().profile(rating.profile()))
                .flatMap(Optional::stream)
                .mapToDouble(recording -> recording.prior(profile.gear(), hearing, dimension))
                .average()
                .orElse(0);
    }

    Optional<RecordingProfile> mainProfile(RecordingType type) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        ratings.stream()
                .filter(rating -> rating.type() == type)
                .forEach(rating -> counts.merge(rating.profile(), 1, Integer::sum));
        BaseModel active = models.active();
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByKey().reversed()))
                .flatMap(entry -> active.profile(entry.getKey()))
                .or(() -> active.profiles().stream()
                        .filter(recording -> recording.family() == type)
                        .findFirst());
    }
}
