package io.auralis.engine.meter;

/** Looks for the peaks of one channel, wherever one may be higher than the highest so far. */
final class PeakSearch {
    /** Silent samples until the last one heard has left every filter. */
    static final int RINGS_ON = 2 * DoubledRate.LATENCY;

    private final DoubledRate doubled = new DoubledRate();
    private double standardPeak;
    private double safetyPeak;

    void accept(double[] from, int frames) {
        for (int at = 0; at < frames; at += DoubledRate.STRETCH) {
            doubled.take(from, at, Math.min(DoubledRate.STRETCH, frames - at));
            for (int run = 0; run < doubled.runs(); run++) {
                if (doubled.mayExceed(run, Math.min(safetyPeak, standardPeak))) {
                    doubled.makePoints(run);
                    search(doubled.length(run));
                }
            }
        }
    }

    /** Linear, 1.0 being full scale. */
    double standardPeak() {
        return standardPeak;
    }

    /** Linear, 1.0 being full scale. */
    double safetyPeak() {
        return safetyPeak;
    }

    /** Raises the peaks to what lies from a run's first sample to the one behind its last. */
    private void search(int samples) {
        double before = Math.abs(doubled.point(0));
        for (int place = 0; place < 2 * samples; place++) {
            double after = Math.abs(doubled.point(place + 1));
            safetyPeak = Math.max(safetyPeak, before);
            if (Math.max(before, after) > DoubledRate.NEAR_AT_2X * safetyPeak) {
                safetyPeak = Math.max(safetyPeak, doubled.highestBetween(place, safetyPeak));
            }
            before = after;
        }
        for (int sample = 0; sample < samples; sample++) {
            double level = Math.abs(doubled.point(2 * sample));
            standardPeak = Math.max(standardPeak, Math.max(level, doubled.highestByStandard(sample + 1)));
        }
    }
}
