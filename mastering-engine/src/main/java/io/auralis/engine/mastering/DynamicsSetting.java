package io.auralis.engine.mastering;

/**
 * How the compressor is set.
 *
 * @param on whether it is used at all
 * @param thresholdDb peak level from which on it compresses, dBFS; meaningless when off
 * @param crestDb crest factor that it leaves
 * @param midSide energies that it leaves
 */
record DynamicsSetting(boolean on, double thresholdDb, double crestDb, MidSide midSide) {
    static DynamicsSetting off(double crestDb, MidSide midSide) {
        return new DynamicsSetting(false, 0, crestDb, midSide);
    }
}
