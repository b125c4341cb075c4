package io.auralis.agent.personal;

import io.auralis.agent.comment.Direction;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.HomeLock;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.TasteDimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The listener's own word: personal parts that he sets by hand, for the gear in use. */
public final class OwnWord {
    /** It is the first line of a commit's message. */
    private static final int LONGEST_REASON = 500;

    private final AuralisHome home;
    private final PersonalLayer layer;

    public OwnWord(AuralisHome home, PersonalLayer layer) {
        this.home = home;
        this.layer = layer;
    }

    /**
     * Why values set by hand should not be: they contradict what the listener himself asked for, meet his past asks and
     * auditions worse than what is in force, or break the engine's regression set ({@link PlanCheck}). Empty if none of it.
     *
     * @param values per dimension the personal part to be, in its unit
     * @throws IllegalArgumentException if a value is beyond its dimension's limit
     */
    public Optional<String> objection(RecordingType type, Map<TasteDimension, Double> values) {
        values.forEach(OwnWord::requireWithinLimit);
        PersonalProfile current = layer.current();
        Learner learner = layer.learner(current);
        for (Map.Entry<TasteDimension, Double> one : values.entrySet()) {
            Assessment standing = learner.assess(type, one.getKey());
            Optional<String> objection = contradiction(standing, one.getValue())
                    .or(() -> worse(learner.reckon(type, one.getKey()).own(), standing, one.getValue()))
                    .map(why -> "against your own ratings (" + why + ")");
            if (objection.isPresent()) {
                return objection;
            }
        }
        return layer.planObjection(type, values).map(why -> "more than the engine can do (" + why + ")");
    }

    private static Optional<String> contradiction(Assessment standing, double value) {
        Direction move = value > standing.current() ? Direction.MORE : Direction.LESS;
        boolean contradicts = value != standing.current()
                && LearningRule.agreed(standing.asks())
                        .filter(agreed -> agreed == move.opposite())
                        .isPresent();
        return contradicts
                ? Optional.of(standing.asks().sentence(move.opposite(), standing.dimension()))
                : Optional.empty();
    }

    /** Whether what he asked for would be met worse, by at least a grid step on average. */
    private static Optional<String> worse(List<Weighed> own, Assessment standing, double value) {
        TasteDimension dimension = standing.dimension();
        List<Weighed> asks = own.stream().filter(one -> one.evidence().isAsk()).toList();
        if (asks.stream().mapToInt(one -> one.evidence().asks()).sum() < LearningRule.LEAST_ASKS) {
            return Optional.empty();
        }
        double now = disagreement(asks, standing.current());
        double then = disagreement(asks, value);
        return then < now + dimension.grid()
                ? Optional.empty()
                : Optional.of("what you asked for would be missed by " + Words.size(dimension, then)
                        + " on average instead of " + Words.size(dimension, now));
    }

    /** How far a value is from what was asked for; whoever asked for more has nothing against even more. */
    private static double disagreement(List<Weighed> asks, double value) {
        double weights = 0;
        double sum = 0;
        for (Weighed one : asks) {
            double missing = one.evidence().target() - value;
            double missed = one.evidence().fromAudition()
                    ? Math.abs(missing)
                    : switch (one.evidence().direction().orElseThrow()) {
                        case MORE -> Math.max(0, missing);
                        case LESS -> Math.max(0, -missing);
                        case FINE -> Math.abs(missing);
                    };
            weights += one.weight();
            sum += one.weight() * missed;
        }
        return sum / weights;
    }

    /**
     * Sets personal parts by hand, as a new version. From now on they stand in the place of what was concluded from
     * earlier ratings.
     *
     * @param values per dimension the personal part, in its unit; rounded to the dimension's grid
     * @throws IllegalArgumentException if a value is beyond its dimension's limit
     */
    public ProfileVersion set(RecordingType type, Map<TasteDimension, Double> values, String reason) {
        values.forEach(OwnWord::requireWithinLimit);
        if (reason.isBlank() || values.isEmpty()) {
            throw new IllegalArgumentException("Setting a profile by hand needs a dimension, a value and a reason.");
        }
        String why = reason.strip().replaceAll("\\s+", " ");
        if (why.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("A reason has at most " + LONGEST_REASON + " characters.");
        }
        try (HomeLock lock = HomeLock.acquire(home)) {
            PersonalProfile current = layer.current();
            String profile = layer.learner(current)
                    .mainProfile(type)
                    .map(RecordingProfile::id)
                    .orElse("");
            long now = layer.newestRating();
            List<Delta> set = new ArrayList<>();
            values.forEach((dimension, asked) -> {
                double value = dimension.fromSteps(dimension.toSteps(asked));
                set.add(Delta.decided(
                        Delta.Origin.BY_HAND, type, dimension, value, "set by hand: " + why, profile, now));
            });
            String message =
                    set.stream().map(delta -> Words.move(current, delta)).collect(Collectors.joining("; "));
            return layer.commit(current.next(layer.ratings(current.gear()).size(), set), message);
        }
    }

    private static void requireWithinLimit(TasteDimension dimension, double value) {
        if (!(Math.abs(value) <= dimension.limit())) {
            throw new IllegalArgumentException("The personal part of " + Words.name(dimension) + " must be between "
                    + Words.signed(dimension, -dimension.limit()) + " and "
                    + Words.signed(dimension, dimension.limit()) + ".");
        }
    }
}
