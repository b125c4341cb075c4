package io.auralis.engine.passage;

/**
 * Tells lows, middle and highs of one channel apart, by two one-pole filters in a row at each of two corners: 12 dB per
 * octave, so that a loud bass is not taken for quiet highs.
 */
final class RangeFilters {
    static final int RANGES = 3;

    private static final double LOWS_BELOW_HZ = 250;
    private static final double HIGHS_ABOVE_HZ = 4_000;

    private final double lowStep;
    private final double highStep;
    /** Of lows, of what is over the lows, of the middle, and of the highs, two each. */
    private final double[] states = new double[8];

    RangeFilters(int sampleRateHz) {
        this.lowStep = onePole(LOWS_BELOW_HZ, sampleRateHz);
        this.highStep = onePole(Math.min(HIGHS_ABOVE_HZ, sampleRateHz / 4.0), sampleRateHz);
    }

    private static double onePole(double cornerHz, int sampleRateHz) {
        return 1 - Math.exp(-2 * Math.PI * cornerHz / sampleRateHz);
    }

    /** @param powers of lows, middle and highs, to which those of the samples are added */
    void addPowers(double[] samples, int from, int count, double[] powers) {
        double low1 = states[0];
        double low2 = states[1];
        double over1 = states[2];
        double over2 = states[3];
        double middle1 = states[4];
        double middle2 = states[5];
        double high1 = states[6];
        double high2 = states[7];
        double lows = 0;
        double middles = 0;
        double highs = 0;
        for (int i = from; i < from + count; i++) {
            double sample = samples[i];
            low1 += lowStep * (sample - low1);
            low2 += lowStep * (low1 - low2);
            over1 += lowStep * (sample - over1);
            double once = sample - over1;
            over2 += lowStep * (once - over2);
            middle1 += highStep * (once - over2 - middle1);
            middle2 += highStep * (middle1 - middle2);
            high1 += highStep * (sample - high1);
            double above = sample - high1;
            high2 += highStep * (above - high2);
            lows += low2 * low2;
            middles += middle2 * middle2;
            highs += (above - high2) * (above - high2);
        }
        states[0] = low1;
        states[1] = low2;
        states[2] = over1;
        states[3] = over2;
        states[4] = middle1;
        states[5] = middle2;
        states[6] = high1;
        states[7] = high2;
        powers[0] += lows;
        powers[1] += middles;
        powers[2] += highs;
    }
}
