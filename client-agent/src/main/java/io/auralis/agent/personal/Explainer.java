package io.auralis.agent.personal;

import io.auralis.agent.feedback.Audition;
import io.auralis.agent.feedback.Rating;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.TasteDimension;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says why a personal part is what it is, from the reckoning itself. */
final class Explainer {
    private final PersonalProfile profile;
    private final Learner learner;
    private final Map<Long, Rating> ratings;
    private final Map<Long, Audition> auditions;

    Explainer(PersonalProfile profile, Learner learner, List<Rating> ratings, List<Audition> auditions) {
        this.profile = profile;
        this.learner = learner;
        this.ratings = ratings.stream().collect(Collectors.toMap(Rating::number, Function.identity()));
        this.auditions = auditions.stream().collect(Collectors.toMap(Audition::number, Function.identity()));
    }

    Explanation explain(RecordingType type, TasteDimension dimension) {
        Reckoning reckoning = learner.reckon(type, dimension);
        Assessment standing = learner.assess(type, dimension);
        // Of all types' evidence, each piece speaks a second time, through what the type's own is shrunk toward.
        double ownWeights = LearningRule.PRIOR_WEIGHT + weights(reckoning.own());
        double allWeights = LearningRule.PRIOR_WEIGHT + weights(reckoning.all());
        double towardShare = LearningRule.PRIOR_WEIGHT / ownWeights;
        boolean anchored = reckoning.anchor().isPresent();
        // By identity: two asks of one rating about one dimension may be equal.
        Map<Evidence, Double> own = new IdentityHashMap<>();
        reckoning.own().forEach(one -> own.put(one.evidence(), one.weight()));
        List<Explanation.Piece> pieces = reckoning.all().stream()
                .filter(one -> !anchored || one.evidence().type() == type)
                .map(one -> {
                    double ownWeight = own.getOrDefault(one.evidence(), 0.0);
                    double direct = ownWeight / ownWeights;
                    double through = anchored ? 0 : towardShare * one.weight() / allWeights;
                    boolean isOwn = one.evidence().type() == type;
                    return piece(
                            one.evidence(),
                            isOwn ? ownWeight : one.weight(),
                            one.evidence().target() * (direct + through));
                })
                .toList();
        double startValue = reckoning.anchor().orElse(reckoning.start());
        double startWeight = anchored ? towardShare : towardShare * LearningRule.PRIOR_WEIGHT / allWeights;
        return new Explanation(
                type,
                dimension,
                standing.current(),
                profile.delta(type, dimension)
                        .map(Delta::evidence)
                        .orElse("never moved; where listeners with "
                                + profile.gear().key() + " start"),
                standing,
                reckoning.estimate().value(),
                reckoning.estimate().low(),
                reckoning.estimate().high(),
                anchored
                        ? "your own word"
                        : "where listeners with " + profile.gear().key() + " start",
                startValue,
                startValue * startWeight,
                pieces);
    }

    private static double weights(List<Weighed> evidence) {
        return evidence.stream().mapToDouble(Weighed::weight).sum();
    }

    private Explanation.Piece piece(Evidence one, double weight, double share) {
        @Nullable Rating rating = ratings.get(one.number());
        @Nullable Audition audition = auditions.get(one.number());
        return new Explanation.Piece(
                one.number(),
                one.at(),
                one.type(),
                rating != null ? rating.track() : audition != null ? audition.track() : "",
                rating == null ? null : rating.stars(),
                rating == null ? "" : rating.comment(),
                audition != null ? said(audition) : said(one),
                one.target(),
                weight,
                share);
    }

    private static String said(Audition audition) {
        TasteDimension dimension = audition.dimension();
        String lower = Words.signed(dimension, audition.lower());
        String higher = Words.signed(dimension, audition.higher());
        return switch (audition.preferred()) {
            case LOWER -> "audition: " + lower + " better than " + higher;
            case HIGHER -> "audition: " + higher + " better than " + lower;
            case NO_DIFFERENCE -> "audition: no difference between " + lower + " and " + higher;
        };
    }

    private static String said(Evidence one) {
        return one.direction()
                .map(direction -> switch (direction) {
                    case MORE -> "more";
                    case FINE -> "fine";
                    case LESS -> "less";
                })
                .orElse("no wish, so fine as it was");
    }
}
