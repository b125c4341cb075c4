package io.auralis.engine.mastering;

/**
 * About how many LU a track's loudness range is (EBU Tech 3342: from the 10th to the 95th percentile of the loudness of 3 s
 * every second, over a gate 20 LU under the mean), from powers that need not be exact: what counts is how it moves. Levels
 * are counted in bins of 0.1 dB, so its memory does not grow with the track.
 */
final class RangeForecast {
    private static final double LOWEST_DB = -80;
    private static final int BINS_PER_DB = 10;
    private static final int BINS = 140 * BINS_PER_DB;
    private static final double GATE_DB = -20;
    private static final double LOW_PART = 0.1;
    private static final double HIGH_PART = 0.95;

    private final int[] counts = new int[BINS];
    private double lastSecond;
    private double secondBefore;
    private int seconds;

    /** @param power of a further second */
    void add(double power) {
        double all = power + lastSecond + secondBefore;
        secondBefore = lastSecond;
        lastSecond = power;
        if (++seconds >= 3 && all > 0) {
            int bin = (int) Math.floor((Decibels.ofPower(all) - LOWEST_DB) * BINS_PER_DB);
            if (bin >= 0) {
                counts[Math.min(BINS - 1, bin)]++;
            }
        }
    }

    /** The range, 0 where there is too little to tell. */
    double rangeLu() {
        double sum = 0;
        int all = 0;
        for (int bin = 0; bin < BINS; bin++) {
            sum += counts[bin] * Math.pow(10, db(bin) / 10);
            all += counts[bin];
        }
        if (all == 0) {
            return 0;
        }
        int gate = (int) Math.max(0, (Decibels.ofPower(sum / all) + GATE_DB - LOWEST_DB) * BINS_PER_DB);
        int heard = 0;
        for (int bin = gate; bin < BINS; bin++) {
            heard += counts[bin];
        }
        return percentile(gate, HIGH_PART * (heard - 1)) - percentile(gate, LOW_PART * (heard - 1));
    }

    private double percentile(int gate, double rank) {
        long left = Math.round(rank);
        for (int bin = gate; bin < BINS; bin++) {
            if (counts[bin] > left) {
                return db(bin);
            }
            left -= counts[bin];
        }
        return db(BINS - 1);
    }

    private static double db(int bin) {
        return LOWEST_DB + (bin + 0.5) / BINS_PER_DB;
    }
}
