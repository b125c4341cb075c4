package io.auralis.engine.meter;

/**
 * The highest level between samples by another 16x meter than ours: a sinc over 512 samples under a Blackman window, which
 * passes all but the last hundredth of the band. Slow; for tests.
 */
public final class SincPeak {
    private static final int REACH = 256;
    private static final int PHASES = 16;
    private static final int MIDDLE = PHASES / 2;
    private static final double[][] TAPS = taps();

    private SincPeak() {}

    private static double[][] taps() {
        double[][] taps = new double[PHASES][2 * REACH];
        for (int phase = 1; phase < PHASES; phase++) {
            for (int tap = 0; tap < 2 * REACH; tap++) {
                double distance = tap - (REACH - 1) - (double) phase / PHASES;
                double turn = Math.PI * distance / REACH;
                double window = 0.42 + 0.5 * Math.cos(turn) + 0.08 * Math.cos(2 * turn);
                taps[phase][tap] = window * Math.sin(Math.PI * distance) / (Math.PI * distance);
            }
        }
        return taps;
    }

    /**
     * @param samples channels × frames
     * @return dBTP
     */
    public static double dbtp(double[][] samples) {
        double highest = 0;
        for (double[] channel : samples) {
            for (double sample : channel) {
                highest = Math.max(highest, Math.abs(sample));
            }
        }
        double half = highest / 2;
        for (double[] channel : samples) {
            for (int i = REACH; i < channel.length - REACH; i++) {
                double nearest = Math.max(Math.abs(channel[i]), Math.abs(channel[i + 1]));
                // Between two samples under half of the highest one, music has no higher peak; nor has any signal one
                // where
                // the points at twice its rate are under cos(pi/4) of it.
                if (nearest > half && Math.max(nearest, between(channel, i, MIDDLE, MIDDLE)) > 0.7 * highest) {
                    highest = Math.max(highest, between(channel, i, 1, PHASES - 1));
                }
            }
        }
        return 20 * Math.log10(highest);
    }

    private static double between(double[] samples, int before, int firstPhase, int lastPhase) {
        double highest = 0;
        for (int phase = firstPhase; phase <= lastPhase; phase++) {
            double[] taps = TAPS[phase];
            double sum = 0;
            for (int tap = 0; tap < taps.length; tap++) {
                sum += taps[tap] * samples[before - (REACH - 1) + tap];
            }
            highest = Math.max(highest, Math.abs(sum));
        }
        return highest;
    }
}
