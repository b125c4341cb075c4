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

    /** By what a term is multiplied while gains glide from one set of values to another. */
    static double power(int term, double[] from, double[] to) {
        int bands = from.length;
        int one = term < bands ? term : term - bands;
        int other = term < bands ? term : one + 1;
        return (2 * from[one] * from[other] + from[one] * to[other] + to[one] * from[other] + 2 * to[one] * to[other])
                / 6;
    }
}
