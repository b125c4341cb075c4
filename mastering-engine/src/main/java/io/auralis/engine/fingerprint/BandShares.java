package io.auralis.engine.fingerprint;

/** How a track's power is divided among seven bands, over all long frames (Welch's method). */
final class BandShares {
    private static final double[] EDGES_HZ = {20, 60, 250, 500, 2000, 4000, 6000, 20_000};
    /** Beyond this the window's leakage is measured, not the track. */
    private static final double LARGEST_RATIO_DB = 60;

    private final int[] edges = new int[EDGES_HZ.length];
    private final double[] energies = new double[EDGES_HZ.length - 1];

    BandShares(FrameGrid grid) {
        for (int i = 0; i < edges.length; i++) {
            edges[i] = grid.lineAt(EDGES_HZ[i]);
        }
    }

    void accept(float[] power) {
        for (int band = 0; band < energies.length; band++) {
            double sum = 0;
            for (int line = edges[band]; line < edges[band + 1]; line++) {
                sum += power[line];
            }
            energies[band] += sum;
        }
    }

    /** Seven fractions, lowest band first: their sum is 1, or 0 for silence. */
    double[] shares() {
        double total = 0;
        for (double energy : energies) {
            total += energy;
        }
        double[] shares = new double[energies.length];
        for (int band = 0; band < shares.length; band++) {
            shares[band] = total == 0 ? 0 : energies[band] / total;
        }
        return shares;
    }

    /** 60 to 250 Hz against 250 to 2,000 Hz, dB, within ±60; 0 for silence. */
    double bassMidRatioDb() {
        double bass = energies[1];
        double mid = energies[2] + energies[3];
        if (bass + mid == 0) {
            return 0;
        }
        double ratio = 10 * (StrictMath.log10(bass) - StrictMath.log10(mid));
        return Math.max(-LARGEST_RATIO_DB, Math.min(LARGEST_RATIO_DB, ratio));
    }
}
