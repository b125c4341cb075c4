package io.auralis.agent.signature;

import io.auralis.agent.library.PackedFingerprints;
import java.util.Arrays;
import java.util.List;

/**
 * How wide ranges around the means must be. Two standard deviations hold 95 % of a feature, but only 83 % of the tracks in
 * four independent features at once; so the width grows from 2 on, until 98 % of the tracks are inside all ranges,
 * which of tracks that were not looked at leaves some 95 %.
 *
 * @param deviations standard deviations on each side
 * @param covered share of the tracks inside all ranges, 0..1
 */
record Coverage(double deviations, double covered) {
    private static final double FEWEST = 2;
    private static final double MOST = 3;
    private static final double STEP = 0.05;
    private static final double WANTED = 0.98;

    static Coverage of(PackedFingerprints tracks, int[] members, List<Spread> spreads) {
        double[] farthest = Arrays.stream(members)
                .mapToDouble(track -> farthest(tracks, track, spreads))
                .toArray();
        double deviations = FEWEST;
        while (covered(farthest, deviations) < WANTED && deviations + STEP <= MOST + 1e-9) {
            deviations = Math.rint((deviations + STEP) * 100) / 100;
        }
        return new Coverage(deviations, covered(farthest, deviations));
    }

    private static double covered(double[] farthest, double deviations) {
        return (double) Arrays.stream(farthest).filter(far -> far <= deviations).count() / farthest.length;
    }

    /** In the feature where the track is farthest from the mean, in standard deviations. */
    private static double farthest(PackedFingerprints tracks, int track, List<Spread> spreads) {
        double farthest = 0;
        for (Spread spread : spreads) {
            double off = Math.abs(tracks.value(track, spread.feature()) - spread.mean());
            farthest = Math.max(farthest, off == 0 ? 0 : off / spread.deviation());
        }
        return farthest;
    }
}
