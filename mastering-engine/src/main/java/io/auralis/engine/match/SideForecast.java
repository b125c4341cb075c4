package io.auralis.engine.match;

/** Foretells what a change of width does to the power of the sides; whoever changes the width knows. */
public interface SideForecast {
    /** The width is left alone. */
    SideForecast NONE = new SideForecast() {
        @Override
        public double sideGain(double mid, double side, double sideTimesHigh, double high) {
            return 1;
        }

        @Override
        public double highReal(double hertz) {
            return 1;
        }

        @Override
        public double highPower(double hertz) {
            return 1;
        }
    };

    /**
     * The gain on the sides, linear.
     *
     * @param mid energy of the mid
     * @param side energy of the side
     * @param sideTimesHigh product of the side and its part that is widened
     * @param high energy of that part
     */
    double sideGain(double mid, double side, double sideTimesHigh, double high);

    /** Real part of the response that takes out the part of the side that is widened. */
    double highReal(double hertz);

    /** Squared magnitude of that response. */
    double highPower(double hertz);

    /** The power gain of the side at a frequency under a gain on it. */
    default double sidePower(double sideGain, double hertz) {
        double more = sideGain - 1;
        return more <= 0 ? sideGain * sideGain : 1 + 2 * more * highReal(hertz) + more * more * highPower(hertz);
    }
}
