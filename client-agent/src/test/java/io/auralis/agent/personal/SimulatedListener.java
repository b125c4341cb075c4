package io.auralis.agent.personal;

import io.auralis.agent.feedback.Audition;
import io.auralis.contracts.taste.TasteDimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * A listener with a hidden taste, who speaks as people do: of the one or two parts that disturb him most, in words of
 * three strengths, and of nothing else.
 *
 * <ul>
 *   <li>What he hears is what is missing for his taste, blurred by half a just-noticeable difference per part and track: no
 *       two tracks are alike.
 *   <li>A part disturbs him if more than a just-noticeable difference seems to be missing. He speaks of the worst, and every
 *       other time of the second worst, too. He says "a bit", nothing, or "much", whichever means nearest to what seems to
 *       be missing.
 *   <li>If nothing disturbs him, he praises: one part by name, or all as a whole, every other time.
 *   <li>One rating in five has no comment, and one in ten is mistaken: it is about any part, either way.
 * </ul>
 */
final class SimulatedListener {
    private static final double SILENT = 0.2;
    private static final double MISTAKEN = 0.1;
    private static final double SECOND = 0.5;
    private static final double PRAISES_ONE = 0.5;

    /** Spread of what is perceived, in just-noticeable differences: an even-odds threshold, not a cliff. */
    private static final double BLUR = 0.5;

    private static final Map<TasteDimension, String> NOUNS = Map.of(
            TasteDimension.BASS, "bass",
            TasteDimension.LOW_MID, "low mids",
            TasteDimension.MID, "mids",
            TasteDimension.TREBLE, "treble",
            TasteDimension.AIR, "air",
            TasteDimension.WIDTH, "width",
            TasteDimension.LOUDNESS, "loudness",
            TasteDimension.PUNCH, "punch");

    private final RandomGenerator random;
    private final Map<TasteDimension, Double> truth = new EnumMap<>(TasteDimension.class);

    private SimulatedListener(RandomGenerator random, ToDoubleFunction<TasteDimension> taste) {
        this.random = random;
        for (TasteDimension dimension : TasteDimension.values()) {
            truth.put(dimension, taste.applyAsDouble(dimension));
        }
    }

    /** Tastes are spread normally by two just-noticeable differences: 1 dB, 0.05 of width. */
    static SimulatedListener withTaste(RandomGenerator random) {
        return new SimulatedListener(random, dimension -> 2 * noticeable(dimension) * random.nextGaussian());
    }

    static SimulatedListener withoutPreference(RandomGenerator random) {
        return new SimulatedListener(random, dimension -> 0);
    }

    double truth(TasteDimension dimension) {
        return truth.get(dimension);
    }

    /** His taste changes, or what he listens with. */
    void set(TasteDimension dimension, double wish) {
        truth.put(dimension, wish);
    }

    static double noticeable(TasteDimension dimension) {
        return dimension == TasteDimension.WIDTH ? 0.025 : 0.5;
    }

    /** What a plain wish is meant to change: "a bit" half, "much" twice as much. */
    static double plain(TasteDimension dimension) {
        return dimension == TasteDimension.WIDTH ? 0.05 : 0.5;
    }

    /** @param stars 1..5 */
    record Said(int stars, String comment) {}

    /** @param applied per dimension what was added to the base model */
    Said judge(ToDoubleFunction<TasteDimension> applied) {
        List<Missing> disturbing = new ArrayList<>();
        for (TasteDimension dimension : TasteDimension.values()) {
            double missing = truth(dimension) - applied.applyAsDouble(dimension);
            double perceived = missing / noticeable(dimension) + BLUR * random.nextGaussian();
            if (Math.abs(perceived) > 1) {
                disturbing.add(new Missing(dimension, perceived));
            }
        }
        disturbing.sort(Comparator.comparingDouble(one -> -Math.abs(one.noticeables())));
        int stars = stars(disturbing.isEmpty() ? 0 : Math.abs(disturbing.get(0).noticeables()));
        List<Missing> said = disturbing.subList(0, Math.min(disturbing.size(), random.nextDouble() < SECOND ? 2 : 1));
        if (random.nextDouble() < MISTAKEN) {
            said = List.of(new Missing(any(), random.nextBoolean() ? 1 : -1));
            stars = 3;
        }
        if (random.nextDouble() < SILENT) {
            return new Said(stars, "");
        }
        return new Said(stars, said.isEmpty() ? praise() : words(said));
    }

    private String praise() {
        return random.nextDouble() < PRAISES_ONE ? "the " + NOUNS.get(any()) + " is perfect" : "sounds great";
    }

    private TasteDimension any() {
        return TasteDimension.values()[random.nextInt(TasteDimension.values().length)];
    }

    private static String words(List<Missing> said) {
        List<String> wishes = new ArrayList<>();
        for (Missing one : said) {
            double far = Math.abs(one.noticeables()) * noticeable(one.dimension()) / plain(one.dimension());
            wishes.add((far < 0.75 ? "a bit " : far < 1.5 ? "" : "much ")
                    + (one.noticeables() > 0 ? "more " : "less ")
                    + NOUNS.get(one.dimension()));
        }
        return String.join(", ", wishes);
    }

    private static int stars(double worst) {
        return worst == 0 ? 5 : worst < 1.5 ? 4 : worst < 2.5 ? 3 : worst < 4 ? 2 : 1;
    }

    /**
     * Likes what lies nearer to his taste; hears no difference where one is not nearer by a just-noticeable difference. One
     * answer in ten is a guess.
     */
    Audition.Preferred choose(TasteDimension dimension, double lower, double higher) {
        if (random.nextDouble() < MISTAKEN) {
            return Audition.Preferred.values()[random.nextInt(3)];
        }
        double nearer = Math.abs(lower - truth(dimension)) - Math.abs(higher - truth(dimension));
        double perceived = nearer / noticeable(dimension) + BLUR * random.nextGaussian();
        return Math.abs(perceived) < 1
                ? Audition.Preferred.NO_DIFFERENCE
                : perceived > 0 ? Audition.Preferred.HIGHER : Audition.Preferred.LOWER;
    }

    private record Missing(TasteDimension dimension, double noticeables) {}
}
