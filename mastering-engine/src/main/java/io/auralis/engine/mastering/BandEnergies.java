package io.auralis.engine.mastering;

/**
 * The energy of a sum of bands under gains, as terms: each band's energy, and then twice the product of each two neighbours,
 * since the slopes of neighbours overlap. What is further apart has next to nothing in common.
 */
final class BandEnergies {
    private BandEnergies() {}

    /** How many terms there are: bands, and meetings of two. */
    static int terms(int bands) {
        return 2 * bands - 1;
    }

    /** By what each term is multiplied while gains glide from one set of values to another. */
    static void powers(double[] from, double[] to, double[] powers) {
        int bands = from.length;
        for (int band = 0; band < bands; band++) {
            powers[band] = power(from[band], from[band], to[band], to[band]);
        }
        for (int band = 1; band < bands; band++) {
            powers[bands + band - 1] = power(from[band - 1], from[band], to[band - 1], to[band]);
        }
    }

    private static double power(double one, double other, double oneThen, double otherThen) {
        return (2 * one * other + one * otherThen + oneThen * other + 2 * oneThen * otherThen) / 6;
    }
}
