package io.auralis.engine.meter;

/**
 * What the meters read over a whole track. Silence reads negative infinity, which JSON writes as null.
 *
 * @param integratedLufs integrated loudness (BS.1770-5), LUFS
 * @param loudnessRangeLu loudness range (EBU Tech 3342), LU
 * @param truePeakDbtp true peak, 4x oversampled (BS.1770-5 Annex 2), dBTP
 * @param crestDb 20 log10 of sample peak over RMS, dB
 */
public record Meters(double integratedLufs, double loudnessRangeLu, double truePeakDbtp, double crestDb) {}
