package io.auralis.simulator;

import io.auralis.contracts.taste.TasteDimension;
import io.auralis.simulator.listener.Spread;
import picocli.CommandLine.TypeConversionException;

/**
 * {@code bass=0.45:0.3}: what a population wants in one dimension.
 *
 * @param dimension of taste
 * @param spread in the dimension's unit
 */
record Preference(TasteDimension dimension, Spread spread) {
    /** How far people differ where nothing else is said: 0.3 dB, or 0.03 of width. */
    private static final double DEVIATION_STEPS = 3;

    static Preference parse(String text) {
        String[] sides = text.split("=", 2);
        if (sides.length != 2) throw wrong(text);
        try {
            TasteDimension dimension = TasteDimension.parse(sides[0].strip());
            String[] figures = sides[1].split(":", 2);
            double mean = Double.parseDouble(figures[0]);
            double deviation =
                    figures.length == 2 ? Double.parseDouble(figures[1]) : DEVIATION_STEPS * dimension.grid();
            if (Math.abs(mean) > dimension.limit() || deviation > dimension.limit()) throw wrong(text);
            return new Preference(dimension, new Spread(mean, deviation));
        } catch (IllegalArgumentException unreadable) {
            throw wrong(text);
        }
    }

    private static TypeConversionException wrong(String text) {
        return new TypeConversionException(
                "'" + text + "' is no preference; expected DIMENSION=MEAN[:DEVIATION], for example bass=0.45:0.3.");
    }
}
