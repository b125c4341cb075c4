package io.auralis.publisher.release;

import io.auralis.contracts.taste.TasteDimension;

/**
 * Where a parameter may lie, as the contracts' {@code ToneDb} and {@code MasteringParameters} demand.
 *
 * @param low lowest legal value, in the parameter's unit
 * @param high highest
 */
record LegalRange(double low, double high) {

    /** Of the mastering parameter that the dimension moves. */
    static LegalRange ofParameter(TasteDimension dimension) {
        return switch (dimension) {
            case BASS, LOW_MID, MID, TREBLE, AIR -> new LegalRange(-12, 12);
            case WIDTH -> new LegalRange(0, 1);
            case LOUDNESS -> new LegalRange(-40, -5);
            case PUNCH -> new LegalRange(3, 30);
        };
    }

    /** Of a prior: as far as a listener's own delta may go. */
    static LegalRange ofPrior(TasteDimension dimension) {
        return new LegalRange(-dimension.limit(), dimension.limit());
    }

    double hold(double value) {
        return Math.max(low, Math.min(high, value));
    }
}
