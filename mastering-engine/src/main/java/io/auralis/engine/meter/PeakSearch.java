package io.auralis.engine.meter;

/** Looks for the peaks of one channel, wherever a point at twice the rate comes near the highest one so far. */
final class PeakSearch {
    /** Silent samples until the last one heard has left every filter. */
    static final int RINGS_ON = 2 * DoubledRate.LATENCY;
    /** As {@link DoubledRate#NEAR_AT_2X}, with room for the ripple of the standard's filter. */
    private static final double NEAR_BY_STANDARD = 0.62;
    /** Samples on either side of a near point that the standard's readings are made for. */
    private static final int REACH = 2;

    private final DoubledRate doubled = new DoubledRate();
    private double standardPeak;
    private double safetyPeak;

    void accept(double[] from, int frames) {
        for (int at = 0; at < frames; at += DoubledRate.STRETCH) {
            doubled.take(from, at, Math.min(DoubledRate.STRETCH, frames - at));
            for (int run = 0; run < doubled.runs(); run++) {
                if (doubled.mayExceed(run, near())) {
                    doubled.makePoints(run);
                    search(2 * doubled.length(run));
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

    /** Raises the peaks to what lies from place 0 to before a place. */
    private void search(int places) {
        int nextSample = -REACH;
        double near = near();
        double before = Math.abs(doubled.point(0));
        for (int place = 0; place < places; place++) {
            double after = Math.abs(doubled.point(place + 1));
            if (before > near || after > near) {
                safetyPeak = Math.max(safetyPeak, Math.max(before, doubled.highestBetween(place, safetyPeak)));
                if (before > near) {
                    nextSample = searchByStandard(place, before, nextSample);
                }
                near = near();
            }
            before = after;
        }
    }

    /** The level from which on either reading may find a higher peak. */
    private double near() {
        return Math.min(DoubledRate.NEAR_AT_2X * safetyPeak, NEAR_BY_STANDARD * standardPeak);
    }

    /** Returns the first sample that was not tried. */
    private int searchByStandard(int place, double level, int firstSample) {
        if (place % 2 == 0) {
            standardPeak = Math.max(standardPeak, level);
        }
        int end = place / 2 + REACH + 1;
        for (int sample = Math.max(firstSample, place / 2 - REACH); sample < end; sample++) {
            standardPeak = Math.max(standardPeak, doubled.highestByStandard(sample));
        }
        return end;
    }
}
