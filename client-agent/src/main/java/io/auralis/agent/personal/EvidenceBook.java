package io.auralis.agent.personal;

import io.auralis.agent.comment.Ask;
import io.auralis.agent.comment.Direction;
import io.auralis.agent.comment.Intensity;
import io.auralis.agent.feedback.Audition;
import io.auralis.agent.feedback.Rating;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.taste.TasteDimension;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a listener's ratings and auditions on one gear are evidence for, in terms of the base model in force. What he
 * said before he set a value by hand, or rolled back, is left out for that value.
 */
final class EvidenceBook {
    private final PersonalProfile profile;
    private final ModelLookup models;
    private final Starts starts;
    private final Map<TasteDimension, List<Evidence>> evidence = new EnumMap<>(TasteDimension.class);

    private final List<Evidence> leftBehind = new ArrayList<>();

    EvidenceBook(
            PersonalProfile profile,
            ModelLookup models,
            Starts starts,
            Collection<Rating> ratings,
            Collection<Audition> auditions) {
        this.profile = profile;
        this.models = models;
        this.starts = starts;
        ratings.forEach(this::collect);
        auditions.forEach(this::collect);
        evidence.values().forEach(about -> about.sort(Comparator.comparingLong(Evidence::number)));
    }

    /** Oldest first, of all types. */
    List<Evidence> about(TasteDimension dimension) {
        return Collections.unmodifiableList(evidence.getOrDefault(dimension, List.of()));
    }

    /** The personal part in force. */
    double current(RecordingType type, TasteDimension dimension) {
        return profile.delta(type, dimension).map(Delta::value).orElseGet(() -> starts.of(type, dimension));
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
        if (one.number() <= anchoredSince) {
            leftBehind.add(one);
            return;
        }
        evidence.computeIfAbsent(one.dimension(), any -> new ArrayList<>()).add(one);
        if (one.number() <= profile.learnsFrom()) {
            leftBehind.add(one);
        }
    }

    /** How many asks decide nothing any more, because a rollback or the listener's own word came after them. */
    int leftBehind(RecordingType type, TasteDimension dimension) {
        return leftBehind.stream()
                .filter(one -> one.type() == type && one.dimension() == dimension)
                .mapToInt(Evidence::asks)
                .sum();
    }

    /** As much as the base model that was then in force differs from the one that is now. */
    private double rebase(SemanticVersion baseModel, String recording, TasteDimension dimension) {
        return models.find(baseModel)
                .filter(then -> !then.version().equals(models.active().version()))
                .map(then -> Rebase.shift(then, models.active(), recording, dimension))
                .orElse(0.0);
    }
}
