package io.auralis.engine.mastering;

/**
 * One band's gain over time, as its deviation from 1, in hops of a millisecond: what is wanted is held back over the
 * look-ahead, so that it is fully there when the peak arrives, kept for a while, released, and smoothed by a moving mean.
 */
final class BandRide {
    /** Enough for a gain change without a click, too short to bend what comes before a drum. */
    static final int LOOK_AHEAD_HOPS = 4;

    /** 0.001 dB: nobody hears the rest of a release. */
    private static final double NOTHING = 1e-4;

    private final double release;
    private final int keepHops;
    private final double[] wanted = new double[LOOK_AHEAD_HOPS + 1];
    private final double[] recent = new double[LOOK_AHEAD_HOPS];
    private int wantedAt;
    private int recentAt;
    private int keptHops;
    private int unwantedHops;
    private double level;
    private int restedHops = LOOK_AHEAD_HOPS + 1;

    /**
     * @param keepHops how long the gain stays after it was needed
     * @param releaseHops after so many more, what is left is 1/e
     */
    BandRide(int keepHops, double releaseHops) {
        this.keepHops = keepHops;
        this.release = 1 - Math.exp(-1 / releaseHops);
    }

    /** Whether nothing was wanted for so long that the gain is 1, and stays so until something is. */
    boolean rests() {
        return restedHops > LOOK_AHEAD_HOPS;
    }

    /**
     * Takes how far the next hop's gain is to be from 1.
     *
     * @return how far it is {@link #LOOK_AHEAD_HOPS} before that hop
     */
    double next(double deviation) {
        wanted[wantedAt] = deviation;
        wantedAt = wantedAt + 1 == wanted.length ? 0 : wantedAt + 1;
        unwantedHops = deviation == 0 ? unwantedHops + 1 : 0;
        double held = unwantedHops > LOOK_AHEAD_HOPS ? 0 : held();
        if (held >= level) {
            level = held;
            keptHops = 0;
        } else if (keptHops < keepHops) {
            keptHops++;
        } else {
            level += release * (held - level);
            level = level < NOTHING ? 0 : level;
        }
        restedHops = level == 0 ? restedHops + 1 : 0;
        recent[recentAt] = level;
        recentAt = recentAt + 1 == recent.length ? 0 : recentAt + 1;
        double sum = 0;
        for (double one : recent) {
            sum += one;
        }
        return sum / recent.length;
    }

    private double held() {
        double held = 0;
        for (double one : wanted) {
            held = one > held ? one : held;
        }
        return held;
    }
}
