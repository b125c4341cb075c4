package io.auralis.engine.match;

import java.util.Arrays;

/** Foretells what a change of width does to the sides; whoever changes the width knows. */
@FunctionalInterface
public interface SideForecast {
    /** The width is left alone. */
    SideForecast NONE = (mid, side, lineHz) -> {
        double[] gains = new double[side.length];
        Arrays.fill(gains, 1);
        return gains;
    };

    /**
     * The gains of the side, linear, one per line of a spectrum.
     *
     * @param mid power of the mid in each line, from 0 Hz up
     * @param side power of the side
     * @param lineHz from one line to the next
     */
    double[] sideGains(double[] mid, double[] side, double lineHz);
}
