package io.auralis.simulator.listener;

import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteDimension;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * One listener's hidden truth. Nothing of it is ever written down or sent: the program learns it from his ratings only.
 *
 * @param wishes per dimension what he truly prefers, relative to the base model, in its unit; all eight present
 * @param gear what he listens with
 * @param hearing how he hears
 * @param noticeableDb the difference that he notices every other time, 0.25 to 0.5 dB; in width a tenth of that
 */
record SyntheticListener(
        Map<TasteDimension, Double> wishes, GearClass gear, HearingClass hearing, double noticeableDb) {
    SyntheticListener {
        Map<TasteDimension, Double> copy = new EnumMap<>(TasteDimension.class);
        copy.putAll(wishes);
        wishes = Collections.unmodifiableMap(copy);
    }

    double wish(TasteDimension dimension) {
        Double wish = wishes.get(dimension);
        if (wish == null) throw new IllegalArgumentException("no wish for " + dimension);
        return wish;
    }

    /** One dimension's difference as so many decibels: a hundredth of width is heard like a tenth of a decibel. */
    static double asDb(TasteDimension dimension, double difference) {
        return difference * (0.1 / dimension.grid());
    }
}
