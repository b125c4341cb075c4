package io.auralis.contracts.basemodel;

/**
 * What a profile asks of the chain, before anything personal.
 *
 * @param toneDb gain per tone band in dB, each -12..12
 * @param stereoWidthTarget side energy over mid plus side energy, 0..1; used by narrow and expand
 * @param stereoStrategy what to do with width
 * @param crestTargetDb peak over RMS that dynamics aim for, 3..30 dB
 * @param loudnessTargetLufs integrated loudness, -40..-5 LUFS
 * @param ceilingDbtp true-peak ceiling, -9..-0.1 dBTP
 */
public record MasteringParameters(
        ToneDb toneDb,
        double stereoWidthTarget,
        StereoStrategy stereoStrategy,
        double crestTargetDb,
        double loudnessTargetLufs,
        double ceilingDbtp) {

    public MasteringParameters {
        if (toneDb == null || stereoStrategy == null) {
            throw new IllegalArgumentException("mastering parameters need toneDb and stereoStrategy");
        }
        requireWithin("stereoWidthTarget", stereoWidthTarget, 0, 1);
        requireWithin("crestTargetDb", crestTargetDb, 3, 30);
        requireWithin("loudnessTargetLufs", loudnessTargetLufs, -40, -5);
        requireWithin("ceilingDbtp", ceilingDbtp, -9, -0.1);
    }

    static void requireWithin(String name, double value, double low, double high) {
        if (!(value >= low) || !(value <= high)) {
            throw new IllegalArgumentException(name + " must be between " + low + " and " + high + " but is " + value);
        }
    }
}
