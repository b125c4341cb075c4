package io.auralis.engine.meter;

/**
 * The gating blocks and short-term blocks of what was heard, by loudness. Those of several tracks, put together, are
 * measured as if the tracks had been one programme, but for the blocks across their joints (BS.1770-5 Annex 1: the gates
 * act on a set of blocks, whatever their order).
 */
public final class LoudnessBlocks {
    private static final double RELATIVE_GATE_LU = -10;
    private static final double RANGE_RELATIVE_GATE_LU = -20;

    private final LoudnessHistogram gating = new LoudnessHistogram();
    private final LoudnessHistogram shortTerm = new LoudnessHistogram();

    /** All blocks of several. */
    public static LoudnessBlocks together(Iterable<LoudnessBlocks> several) {
        LoudnessBlocks all = new LoudnessBlocks();
        several.forEach(one -> all.addAll(one, 0));
        return all;
    }

    /**
     * The same blocks behind a gain. Those that were under the absolute gate of -70 LUFS before it stay out: the relative
     * gate drops them from any programme louder than -60 LUFS.
     */
    public LoudnessBlocks gained(double gainDb) {
        LoudnessBlocks gained = new LoudnessBlocks();
        gained.addAll(this, gainDb);
        return gained;
    }

    LoudnessBlocks copy() {
        return gained(0);
    }

    private void addAll(LoudnessBlocks other, double gainDb) {
        gating.addAll(other.gating, gainDb);
        shortTerm.addAll(other.shortTerm, gainDb);
    }

    void addMomentary(double energy) {
        gating.add(energy);
    }

    void addShortTerm(double energy) {
        shortTerm.add(energy);
    }

    /** Gated loudness of the blocks, LUFS; negative infinity if none passes the absolute gate. */
    public double integratedLufs() {
        double ungated = gating.meanEnergy(LoudnessHistogram.ABSOLUTE_GATE_LUFS);
        double gate = LoudnessHistogram.loudness(ungated) + RELATIVE_GATE_LU;
        return LoudnessHistogram.loudness(gating.meanEnergy(gate));
    }

    /** Loudness range of the blocks, LU (EBU Tech 3342); 0 without a whole window of 3 s. */
    public double loudnessRangeLu() {
        double ungated = shortTerm.meanEnergy(LoudnessHistogram.ABSOLUTE_GATE_LUFS);
        if (ungated == 0) {
            return 0;
        }
        double gate = LoudnessHistogram.loudness(ungated) + RANGE_RELATIVE_GATE_LU;
        return shortTerm.percentile(gate, 0.95) - shortTerm.percentile(gate, 0.10);
    }
}
