package io.auralis.engine.fingerprint;

/**
 * Counts onsets: frames that rise most within 35 ms on both sides and by more than the mean rise within 100 ms plus a
 * threshold (Böck, Krebs and Schedl 2012, "Evaluating the online capabilities of onset detection methods").
 */
final class Onsets {
    private static final double APART_SECONDS = 0.035;
    private static final double AROUND_SECONDS = 0.1;
    /** Above the flutter of steady noise, below a soft stroke in a dense mix. */
    private static final double THRESHOLD_DB = 1;

    private Onsets() {}

    /** Onsets per second of track; 0 for a track without a frame. */
    static double perSecond(OnsetCurve curve) {
        if (curve.frames() == 0) {
            return 0;
        }
        int apart = (int) Math.round(APART_SECONDS * curve.framesPerSecond());
        int around = (int) Math.round(AROUND_SECONDS * curve.framesPerSecond());
        long onsets = 0;
        for (int frame = 0; frame < curve.frames(); frame++) {
            double rise = curve.rise(frame);
            if (rise > THRESHOLD_DB
                    && isHighest(curve, frame, apart)
                    && rise > mean(curve, frame, around) + THRESHOLD_DB) {
                onsets++;
            }
        }
        return onsets * curve.framesPerSecond() / curve.frames();
    }

    /** Of equal frames the first is the highest. */
    private static boolean isHighest(OnsetCurve curve, int frame, int reach) {
        for (int other = Math.max(0, frame - reach); other <= Math.min(curve.frames() - 1, frame + reach); other++) {
            boolean higher =
                    other < frame ? curve.rise(other) >= curve.rise(frame) : curve.rise(other) > curve.rise(frame);
            if (other != frame && higher) {
                return false;
            }
        }
        return true;
    }

    private static double mean(OnsetCurve curve, int frame, int reach) {
        int from = Math.max(0, frame - reach);
        int to = Math.min(curve.frames() - 1, frame + reach);
        double sum = 0;
        for (int other = from; other <= to; other++) {
            sum += curve.rise(other);
        }
        return sum / (to - from + 1);
    }
}
