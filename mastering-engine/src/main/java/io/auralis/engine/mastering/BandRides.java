package io.auralis.engine.mastering;

import java.util.Arrays;

/**
 * The gains of all bands under one curve. A peak that is to be moved is moved by the bands that make it: of all gains that
 * bring it where it is to be, those are taken that deviate least from 1 (in the sum of squares), so a band is moved in
 * proportion to its part in the peak. A bass drum's peak is a bass drum's matter, and the cymbals above stay as they are.
 */
final class BandRides {
    /** 26 dB down: a bass drum that stands alone over quiet music must give up most of itself to lower the crest factor. */
    private static final double MOST_LOWERED = 0.95;

    /** 8 dB up. */
    private static final double MOST_RAISED = 1.5;

    /**
     * From the lowest band up. The bass keeps its gain for half a wave of 50 Hz, so that the gain does not follow the wave
     * itself; releases are over before the next stroke of a drum, the shorter the faster the band moves by itself.
     */
    private static final int[] KEEP_HOPS = {10, 3, 1, 1};

    private static final double[] RELEASE_HOPS = {60, 40, 30, 25};

    /** Of a track that is not split. */
    private static final int WHOLE = 1;

    private final DynamicsCurve curve;
    private final double floor;
    private final BandRide[] rides;
    private final double[] wanted;
    private final double[] gains;

    BandRides(DynamicsCurve curve, int bands) {
        this.curve = curve;
        this.floor = curve.floor();
        this.rides = new BandRide[bands];
        Arrays.setAll(rides, band -> {
            int as = bands == 1 ? WHOLE : band;
            return new BandRide(KEEP_HOPS[as], RELEASE_HOPS[as]);
        });
        this.wanted = new double[bands];
        this.gains = new double[bands];
        Arrays.fill(gains, 1);
    }

    /** Linear, of the hop {@link BandRide#LOOK_AHEAD_HOPS} before the one taken last. */
    double[] gains() {
        return gains;
    }

    /**
     * Takes the next hop.
     *
     * @return whether a gain is other than 1, or was before
     */
    boolean next(BandHop hop) {
        boolean any = hop.highestPeak() > floor;
        if (!any && rest()) {
            return false;
        }
        Arrays.fill(wanted, 0);
        for (int channel = 0; any && channel < hop.channels(); channel++) {
            if (hop.peak(channel) > floor) {
                share(hop.peak(channel), hop.parts(channel));
            }
        }
        double sign = curve.expands() ? 1 : -1;
        for (int band = 0; band < gains.length; band++) {
            gains[band] = 1 + sign * rides[band].next(wanted[band]);
        }
        return true;
    }

    private boolean rest() {
        for (BandRide ride : rides) {
            if (!ride.rests()) {
                return false;
            }
        }
        return true;
    }

    /** The channels are moved alike, so that nothing moves in the stereo image: by what the one that needs most needs. */
    private void share(double peak, double[] parts) {
        double squares = 0;
        for (double part : parts) {
            squares += part > 0 ? part * part : 0;
        }
        // The deviations d are to give sum(part x d) = deviation x peak.
        double least = Math.abs(1 - curve.gain(peak)) * peak / squares;
        double most = curve.expands() ? MOST_RAISED : MOST_LOWERED;
        for (int band = 0; band < parts.length; band++) {
            wanted[band] = Math.max(wanted[band], Math.min(most, least * parts[band]));
        }
    }
}
