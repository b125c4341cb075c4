package io.auralis.simulator.listener;

import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteDimension;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The hidden truth about a population: what its members prefer, on neutral gear with normal hearing, relative to the base
 * model. Whoever listens through coloured gear wants its colour taken back on top.
 *
 * @param preferences per dimension; a dimension that is left out has {@link #indifference}
 */
public record Population(Map<TasteDimension, Spread> preferences) {
    /** Share of listeners with neutral headphones, then with neutral speakers; the rest is spread over the other classes. */
    private static final double NEUTRAL_HEADPHONES = 0.75;

    private static final double NEUTRAL = 0.88;

    private static final double NORMAL_HEARING = 0.94;

    /** What a bright, dark, bassy or thin device is too much or too little, in dB. */
    private static final double COLOUR_DB = 1.5;

    public Population {
        Map<TasteDimension, Spread> copy = new EnumMap<>(TasteDimension.class);
        copy.putAll(preferences);
        preferences = Collections.unmodifiableMap(copy);
    }

    /** People like each other in everything but bass, of which they want somewhat more. */
    public static Population ofBassLovers() {
        return new Population(Map.of(TasteDimension.BASS, new Spread(0.45, 0.3)));
    }

    /** The same population with one dimension changed. */
    public Population with(TasteDimension dimension, Spread spread) {
        Map<TasteDimension, Spread> changed = new EnumMap<>(TasteDimension.class);
        changed.putAll(preferences);
        changed.put(dimension, spread);
        return new Population(changed);
    }

    public Spread preference(TasteDimension dimension) {
        return preferences.getOrDefault(dimension, indifference(dimension));
    }

    /** Two grid steps about the base model: people differ even where a population has no wish. */
    private static Spread indifference(TasteDimension dimension) {
        return new Spread(0, 2 * dimension.grid());
    }

    SyntheticListener draw(RandomGenerator random) {
        GearClass gear = gear(random);
        HearingClass hearing = random.nextDouble() < NORMAL_HEARING
                ? HearingClass.NORMAL
                : random.nextBoolean() ? HearingClass.BASS_SENSITIVE : HearingClass.TREBLE_SENSITIVE;
        Map<TasteDimension, Double> wishes = new EnumMap<>(TasteDimension.class);
        for (TasteDimension dimension : TasteDimension.values()) {
            double wish = preference(dimension).draw(random) - colour(gear, dimension);
            wishes.put(dimension, Math.max(-dimension.limit(), Math.min(dimension.limit(), wish)));
        }
        return new SyntheticListener(wishes, gear, hearing, 0.25 + 0.25 * random.nextDouble());
    }

    private static GearClass gear(RandomGenerator random) {
        double share = random.nextDouble();
        if (share < NEUTRAL_HEADPHONES) return GearClass.NEUTRAL_HEADPHONES;
        if (share < NEUTRAL) return GearClass.NEUTRAL_SPEAKERS;
        while (true) {
            GearClass any = GearClass.values()[random.nextInt(GearClass.values().length)];
            if (!any.isNeutral()) return any;
        }
    }

    private static double colour(GearClass gear, TasteDimension dimension) {
        return switch (gear) {
            case NEUTRAL_HEADPHONES, NEUTRAL_SPEAKERS -> 0;
            case BRIGHT_HEADPHONES, BRIGHT_SPEAKERS -> dimension == TasteDimension.TREBLE ? COLOUR_DB : 0;
            case DARK_HEADPHONES, DARK_SPEAKERS -> dimension == TasteDimension.TREBLE ? -COLOUR_DB : 0;
            case BASSY_HEADPHONES, BASSY_SPEAKERS -> dimension == TasteDimension.BASS ? COLOUR_DB : 0;
            case THIN_HEADPHONES, THIN_SPEAKERS -> dimension == TasteDimension.BASS ? -COLOUR_DB : 0;
        };
    }
}
