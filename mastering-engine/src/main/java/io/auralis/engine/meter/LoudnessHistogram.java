package io.auralis.engine.meter;

/**
 * Block energies sorted into loudness bins of 0.01 LU from the absolute gate of -70 LUFS up, so that a meter's memory
 * does not grow with the track. Each bin keeps its exact energy sum: means are exact but for blocks within 0.01 LU of a
 * gate, percentiles are exact to 0.01 LU.
 */
final class LoudnessHistogram {
    static final double ABSOLUTE_GATE_LUFS = -70;
    private static final int BINS_PER_LU = 100;
    /** Up to +30 LUFS: eight channels of full-scale 15 kHz square wave stay below. Louder counts in the last bin. */
    private static final int BINS = 100 * BINS_PER_LU;

    private final long[] counts = new long[BINS];
    private final double[] energies = new double[BINS];

    /** Loudness of a weighted mean square (BS.1770-5 Annex 1 eq. 2), LUFS. */
    static double loudness(double energy) {
        return -0.691 + 10 * StrictMath.log10(energy);
    }

    /** Takes a block's weighted mean square; one at or under the absolute gate is dropped. */
    void add(double energy) {
        double lufs = loudness(energy);
        if (lufs > ABSOLUTE_GATE_LUFS) {
            int bin = bin(lufs);
            counts[bin]++;
            energies[bin] += energy;
        }
    }

    /** Takes another's blocks too, each as if its level had been changed by a gain: a bin's blocks move as one. */
    void addAll(LoudnessHistogram other, double gainDb) {
        double factor = StrictMath.pow(10, gainDb / 10);
        for (int from = 0; from < BINS; from++) {
            if (other.counts[from] > 0) {
                double energy = other.energies[from] * factor;
                double lufs = loudness(energy / other.counts[from]);
                if (gainDb == 0 || lufs > ABSOLUTE_GATE_LUFS) {
                    // Rounding must not carry what stays where it is over an edge.
                    int bin = gainDb == 0 ? from : bin(lufs);
                    counts[bin] += other.counts[from];
                    energies[bin] += energy;
                }
            }
        }
    }

    /**
     * Mean energy of the blocks not quieter than a gate.
     *
     * @return 0 if there is none
     */
    double meanEnergy(double gateLufs) {
        long count = 0;
        double energy = 0;
        for (int bin = Math.max(0, bin(gateLufs)); bin < BINS; bin++) {
            count += counts[bin];
            energy += energies[bin];
        }
        return count == 0 ? 0 : energy / count;
    }

    /**
     * Loudness at a nearest-rank percentile of the blocks not quieter than a gate (EBU Tech 3342: rank
     * {@code round((n - 1) p)}).
     *
     * @param fraction 0..1
     * @return LUFS, or negative infinity if there is no block
     */
    double percentile(double gateLufs, double fraction) {
        int first = Math.max(0, bin(gateLufs));
        long count = 0;
        for (int bin = first; bin < BINS; bin++) {
            count += counts[bin];
        }
        long rank = Math.round((count - 1) * fraction);
        for (int bin = first; bin < BINS; bin++) {
            if (counts[bin] > rank) {
                return loudness(energies[bin] / counts[bin]);
            }
            rank -= counts[bin];
        }
        return Double.NEGATIVE_INFINITY;
    }

    private static int bin(double lufs) {
        return (int) Math.min(BINS - 1, Math.floor((lufs - ABSOLUTE_GATE_LUFS) * BINS_PER_LU));
    }
}
