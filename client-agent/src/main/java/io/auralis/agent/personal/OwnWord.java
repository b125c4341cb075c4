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
     * Why a value set by hand contradicts what the listener himself asked for; empty if it does not.
     *
     * @param values per dimension the personal part to be, in its unit
     */
    public Optional<String> objection(RecordingType type, Map<TasteDimension, Double> values) {
        PersonalProfile current = layer.current();
        for (Assessment assessment : layer.assess(current.gear())) {
            Double value = values.get(assessment.dimension());
            if (assessment.type() == type && value != null) {
                Direction move = value > assessment.current() ? Direction.MORE : Direction.LESS;
                boolean contradicts = value != assessment.current()
                        && LearningRule.agreed(assessment.asks())
                                .filter(agreed -> agreed == move.opposite())
                                .isPresent();
                if (contradicts) {
                    return Optional.of(assessment.asks().sentence(move.opposite(), assessment.dimension()));
                }
            }
        }
        return Optional.empty();
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
