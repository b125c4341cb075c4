package io.auralis.simulator.listener;

import io.auralis.contracts.taste.TasteDimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * How a listener judges a track: he compares what was applied with what he would like, notices a difference with a
 * probability that grows with it (every other time at his just-noticeable difference), and speaks of the one or two that
 * strike him most. One rating in five has no comment; one in ten is mistaken.
 */
final class Ear {
    private static final double SILENT = 0.2;
    private static final double MISTAKEN = 0.1;

    /** Spread of what is perceived, as a share of the just-noticeable difference: an even-odds threshold, not a cliff. */
    private static final double BLUR = 0.5;

    /** More than two wishes hardly fit into the five seconds that a rating takes. */
    private static final int MOST_WISHES = 2;

    private final SyntheticListener listener;
    private final Phrases phrases;
    private final RandomGenerator random;

    Ear(SyntheticListener listener, RandomGenerator random) {
        this.listener = listener;
        this.phrases = new Phrases(random);
        this.random = random;
    }

    /** @param applied per dimension what was applied on top of the base model, in its unit */
    Impression judge(Map<TasteDimension, Double> applied) {
        List<Noticed> noticed = new ArrayList<>();
        for (TasteDimension dimension : TasteDimension.values()) {
            double missing = listener.wish(dimension) - applied.getOrDefault(dimension, 0.0);
            double perceived =
                    SyntheticListener.asDb(dimension, missing) + BLUR * listener.noticeableDb() * random.nextGaussian();
            if (Math.abs(perceived) > listener.noticeableDb()) noticed.add(new Noticed(dimension, perceived));
        }
        if (random.nextDouble() < MISTAKEN) noticed = List.of(mistake());
        List<Noticed> said = noticed.stream()
                .sorted(Comparator.comparingDouble(one -> -Math.abs(one.missingDb())))
                .limit(MOST_WISHES)
                .toList();
        boolean silent = random.nextDouble() < SILENT;
        return new Impression(stars(said), silent ? "" : phrases.say(said));
    }

    private Noticed mistake() {
        TasteDimension any = TasteDimension.values()[random.nextInt(TasteDimension.values().length)];
        return new Noticed(any, random.nextBoolean() ? 0.5 : -0.5);
    }

    private static int stars(List<Noticed> said) {
        if (said.isEmpty()) return 5;
        double worst = Math.abs(said.get(0).missingDb());
        if (worst < 0.5) return 4;
        return worst < 1 ? 3 : 2;
    }

    /**
     * One difference that struck him.
     *
     * @param missingDb how much more he would like, in decibels or what sounds like so many; negative for less
     */
    record Noticed(TasteDimension dimension, double missingDb) {}
}
