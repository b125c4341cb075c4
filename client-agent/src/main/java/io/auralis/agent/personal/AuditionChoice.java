package io.auralis.agent.personal;

import io.auralis.agent.comment.Intensity;
import io.auralis.agent.feedback.Audition;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.TasteDimension;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Which two settings tell most about a listener: those on both sides of what he seems to want, far enough apart to be told
 * apart, in the dimension of which least is known.
 */
final class AuditionChoice {
    /**
     * How far apart the settings are, in noticeable differences: 0.8 dB, 0.04 of width. At one, half the answers would be
     * "no difference" whatever his taste; at two, an answer by mistake moves more than it should (docs/learning.md).
     */
    private static final double APART = 1.6;

    /** A question is not asked again before so many others about the same dimension. */
    private static final int REMEMBERED = 3;

    private final Learner learner;

    AuditionChoice(Learner learner) {
        this.learner = learner;
    }

    /**
     * Two settings.
     *
     * @param dimension in what they differ
     * @param lower in its unit, on its grid
     * @param higher likewise
     * @param reason why these, in words
     */
    record Pair(TasteDimension dimension, double lower, double higher, String reason) {}

    /** The dimension with the widest interval, in plain asks; of equals, the one auditioned less. */
    Pair next(RecordingType type) {
        TasteDimension least = Arrays.stream(TasteDimension.values())
                .filter(AuditionChoice::audible)
                .max(Comparator.<TasteDimension>comparingDouble(dimension -> uncertainty(type, dimension))
                        .thenComparing(
                                dimension -> -learner.auditions(type, dimension).size())
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        return pair(type, least, "of all parts, least is known about your " + Words.name(least));
    }

    /** @throws IllegalArgumentException for loudness */
    Pair of(RecordingType type, TasteDimension dimension) {
        if (!audible(dimension)) {
            throw new IllegalArgumentException(
                    "Loudness cannot be auditioned, because both masterings are played equally loud; rate it instead.");
        }
        return pair(type, dimension, "you asked for the " + Words.name(dimension));
    }

    /** Both are played equally loud, so a difference in loudness alone is none. */
    private static boolean audible(TasteDimension dimension) {
        return dimension != TasteDimension.LOUDNESS;
    }

    /** Half the interval, in plain asks, rounded so that only real differences count. */
    private double uncertainty(RecordingType type, TasteDimension dimension) {
        Assessment standing = learner.assess(type, dimension);
        double half = (standing.high() - standing.low()) / 2 / LearningRule.step(dimension, Intensity.PLAIN);
        return Math.rint(half * 1000) / 1000;
    }

    private Pair pair(RecordingType type, TasteDimension dimension, String why) {
        Assessment standing = learner.assess(type, dimension);
        int apart = (int) Math.ceil(APART * LearningRule.noticeable(dimension) / dimension.grid() - 1e-9);
        int lower = lower(dimension, standing.estimate(), apart);
        while (wasAsked(type, dimension, lower, lower + apart) && apart < 2 * dimension.limitSteps()) {
            apart++;
            lower = lower(dimension, standing.estimate(), apart);
        }
        String reason = String.format(
                Locale.ROOT,
                "%s: you seem to want %s, but it may be %s to %s",
                why,
                Words.signed(dimension, standing.estimate()),
                Words.signed(dimension, standing.low()),
                Words.signed(dimension, standing.high()));
        return new Pair(dimension, dimension.fromSteps(lower), dimension.fromSteps(lower + apart), reason);
    }

    /** The lower setting in grid steps, so that both lie about the estimate and within the limit. */
    private static int lower(TasteDimension dimension, double estimate, int apart) {
        int lower = (int) Math.rint(estimate / dimension.grid() - apart / 2.0);
        return Math.max(-dimension.limitSteps(), Math.min(dimension.limitSteps() - apart, lower));
    }

    private boolean wasAsked(RecordingType type, TasteDimension dimension, int lower, int higher) {
        List<Audition> asked = learner.auditions(type, dimension);
        return asked.subList(Math.max(0, asked.size() - REMEMBERED), asked.size()).stream()
                .anyMatch(one -> dimension.toSteps(one.lower()) == lower && dimension.toSteps(one.higher()) == higher);
    }
}
