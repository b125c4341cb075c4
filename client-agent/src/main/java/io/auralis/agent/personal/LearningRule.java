package io.auralis.agent.personal;

import io.auralis.agent.comment.Direction;
import io.auralis.agent.comment.Intensity;
import io.auralis.contracts.taste.TasteDimension;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The published learning rule (design section 6, decision record 0004), as pure functions. Every number that is applied
 * on a listener's behalf comes from here, and each has its reason beside it.
 */
public final class LearningRule {
    /** A new version of a profile is considered at every fifth rating; the first five make version 1.0. */
    public static final int RATINGS_PER_VERSION = 5;

    /** Before ten ratings nothing moves: first impressions are of the program, not of one's taste. */
    public static final int RATINGS_BEFORE_APPLIED = 10;

    /** From here on a profile is called mature (the seed's timeline). */
    public static final int RATINGS_UNTIL_MATURE = 50;

    /** Two asks may be chance; three in a row seldom are. */
    public static final int LEAST_ASKS = 3;

    /** Fewer asks may agree by chance: they move nothing unless the estimate's whole interval lies their way. */
    static final int ASKS_BEYOND_CHANCE = 6;

    /** Share of the asks that must point the same way, in percent. */
    public static final int AGREEMENT_PERCENT = 70;

    /** An audition is blind, level-matched, and was asked for: it weighs as much as two asks, and counts as two. */
    static final int AUDITION_ASKS = 2;

    /** What is shrunk toward weighs as much as this many asks. */
    static final double PRIOR_WEIGHT = 5;

    /** Taste and gear change: after this time a rating weighs half. */
    static final Duration HALF_LIFE = Duration.ofDays(90);

    /** What is left of evidence from before a {@link Drift}: as much as if a year, four half-lives, had passed since. */
    static final double AFTER_DRIFT = 1.0 / 16;

    /** Weight of a rating without an ask, as evidence for what was applied. */
    private static final double FIVE_STARS_WEIGHT = 0.5;

    private static final double FOUR_STARS_WEIGHT = 0.25;

    /** 97.5 % quantile of the normal distribution. */
    private static final double NORMAL_QUANTILE = 1.96;

    /** Differences below this are rounding errors of binary fractions, in any unit. */
    private static final double NOTHING = 1e-9;

    private LearningRule() {}

    /** How far an ask's target lies from what was applied, in the dimension's unit. */
    static double step(TasteDimension dimension, Intensity intensity) {
        boolean width = dimension == TasteDimension.WIDTH;
        return switch (intensity) {
            case A_BIT -> width ? 0.025 : 0.25;
            case PLAIN -> width ? 0.05 : 0.5;
            case MUCH -> width ? 0.1 : 1.0;
        };
    }

    /** The least difference that a listener can be expected to hear, in the dimension's unit. */
    static double noticeable(TasteDimension dimension) {
        return dimension == TasteDimension.WIDTH ? 0.025 : 0.5;
    }

    /** The most that one version may move, in the dimension's unit. */
    static double largestMove(TasteDimension dimension) {
        return dimension == TasteDimension.WIDTH ? 0.05 : 0.3;
    }

    /** What a rating that asked for nothing weighs as evidence for what was applied. */
    static double silentWeight(int stars) {
        return switch (stars) {
            case 5 -> FIVE_STARS_WEIGHT;
            case 4 -> FOUR_STARS_WEIGHT;
            default -> 0;
        };
    }

    /** What is left of a weight after the time since; a rating from the future (a clock set back) has not faded. */
    static double fade(Instant at, Instant now) {
        double halfLives = Math.max(0, Duration.between(at, now).toSeconds()) / (double) HALF_LIFE.toSeconds();
        return Math.pow(0.5, halfLives);
    }

    /**
     * The weighted mean of the targets, shrunk toward a value that weighs {@link #PRIOR_WEIGHT} asks. The interval is the
     * normal one about it; with little evidence its spread is that of a plain ask, so that few asks that happen to agree
     * do not pretend to certainty.
     */
    static Estimate estimate(TasteDimension dimension, Collection<Weighed> evidence, double shrinkToward) {
        double weights = PRIOR_WEIGHT;
        double sum = PRIOR_WEIGHT * shrinkToward;
        for (Weighed one : evidence) {
            weights += one.weight();
            sum += one.weight() * one.evidence().target();
        }
        double mean = sum / weights;
        double spread = step(dimension, Intensity.PLAIN);
        double squares = PRIOR_WEIGHT * spread * spread;
        for (Weighed one : evidence) {
            double away = one.evidence().target() - mean;
            squares += one.weight() * away * away;
        }
        double margin = NORMAL_QUANTILE * Math.sqrt(squares / weights / weights);
        return new Estimate(mean, mean - margin, mean + margin);
    }

    /** The direction that at least {@link #LEAST_ASKS} asks and {@link #AGREEMENT_PERCENT} of all agree on. */
    static Optional<Direction> agreed(AskCount asks) {
        if (asks.total() < LEAST_ASKS) {
            return Optional.empty();
        }
        return List.of(Direction.MORE, Direction.LESS, Direction.FINE).stream()
                .filter(direction -> asks.of(direction) * 100 >= AGREEMENT_PERCENT * asks.total())
                .findFirst();
    }

    /**
     * Where a dimension moves to: to the estimate, on the grid, by at most {@link #largestMove} and within the
     * dimension's limit; and only the way that the asks agree on.
     *
     * @return the new value, or the current one if it does not move
     */
    static double next(TasteDimension dimension, double current, double estimate, Direction agreed) {
        double most = largestMove(dimension);
        double bounded = Math.max(current - most, Math.min(current + most, estimate));
        double rounded = dimension.fromSteps(dimension.toSteps(bounded));
        if (Math.abs(rounded - current) > most + NOTHING) {
            // The current value is off the grid (after a change of base model): round toward it instead of away.
            rounded =
                    dimension.fromSteps(dimension.toSteps(rounded - Math.signum(rounded - current) * dimension.grid()));
        }
        double move = rounded - current;
        boolean allowed = agreed == Direction.MORE ? move > NOTHING : agreed == Direction.LESS && move < -NOTHING;
        return allowed ? rounded : current;
    }
}
