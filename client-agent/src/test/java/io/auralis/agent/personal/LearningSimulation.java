package io.auralis.agent.personal;

import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.models.ModelStore;
import io.auralis.contracts.taste.TasteDimension;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/** The simulation that docs/learning.md tells of: everything in it follows from one seed. */
final class LearningSimulation {
    static final int LISTENERS = LearningCurve.LISTENERS;
    static final int RATINGS = 60;

    private static final long SEED = 20_261_127;

    /** Where no own model is installed, so that the built-in one is the base. */
    private static final ModelLookup MODELS =
            new ModelLookup(new ModelStore(new AuralisHome(Path.of("target", "no-home"))));

    /** Made once: it takes seconds. */
    private static final LearningCurve CURVE = LearningCurve.of(SEED, RATINGS, MODELS);

    private static final Map<Boolean, Integer> LEFT_ALONE = new ConcurrentHashMap<>();
    private static final Map<Long, Integer> FOLLOWED = new ConcurrentHashMap<>();

    private LearningSimulation() {}

    static LearningCurve curve() {
        return CURVE;
    }

    /**
     * Of listeners without a preference, those for whom no part was ever moved by more than one grid step of tone, 0.1 dB
     * or 0.01 of width, in fifty ratings.
     */
    static int leftAlone(boolean auditions) {
        return LEFT_ALONE.computeIfAbsent(auditions, LearningSimulation::countLeftAlone);
    }

    private static int countLeftAlone(boolean auditions) {
        int alone = 0;
        for (int number = 0; number < LISTENERS; number++) {
            SplittableRandom random = new SplittableRandom(SEED + 10_000 + number);
            SimulatedLearning learning = new SimulatedLearning(SimulatedListener.withoutPreference(random), MODELS);
            boolean within = true;
            for (int rating = 0; rating < 50; rating++) {
                if (auditions) {
                    learning.rateAndAudition();
                } else {
                    learning.rate();
                }
                within &= Arrays.stream(TasteDimension.values())
                        .allMatch(dimension -> Math.abs(dimension.toSteps(learning.value(dimension))) <= 1);
            }
            alone += within ? 1 : 0;
        }
        return alone;
    }

    /**
     * Of listeners whose taste in one band of tone turns from 1 dB one way to 1 dB the other after 60 ratings, those whom
     * the program follows to within a noticeable difference, 0.5 dB, in 40 more.
     */
    static int followed() {
        return FOLLOWED.computeIfAbsent(SEED, any -> countFollowed());
    }

    private static int countFollowed() {
        int followed = 0;
        for (int number = 0; number < LISTENERS; number++) {
            SimulatedListener listener = SimulatedListener.withTaste(new SplittableRandom(SEED + 20_000 + number));
            TasteDimension dimension = LearningCurve.TONE.get(number % LearningCurve.TONE.size());
            double taste = number % 2 == 0 ? 1 : -1;
            listener.set(dimension, taste);
            SimulatedLearning learning = new SimulatedLearning(listener, MODELS);
            for (int rating = 0; rating < 60; rating++) {
                learning.rate();
            }
            listener.set(dimension, -taste);
            for (int rating = 0; rating < 40; rating++) {
                learning.rate();
            }
            followed += learning.error(dimension) <= 0.5 ? 1 : 0;
        }
        return followed;
    }
}
