package io.auralis.engine.match;

import io.auralis.engine.transform.PreciseTransform;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * Designs a filter of minimum phase from its magnitude alone, by folding the cepstrum: the logarithm of a
 * minimum-phase response has a causal inverse transform (Oppenheim & Schafer, "Discrete-Time Signal Processing", 3rd
 * edition, section 13.5). Nothing rings before an attack, and there is next to no delay.
 */
final class MinimumPhase {
    /** The cepstrum is cyclic; with so many times the taps what wraps around is far under 24 bits. */
    private static final int OVERSIZE = 8;

    private MinimumPhase() {}

    /** The first {@code length} taps of the filter, faded out over the last quarter so that the cut is not heard. */
    static double[] taps(MatchCurve curve, int length, int sampleRateHz) {
        int size = length * OVERSIZE;
        DoubleFFT_1D transform = PreciseTransform.of(size);
        double[] cepstrum = new double[size];
        double neper = Math.log(10) / 20;
        cepstrum[0] = curve.gainDb(0) * neper;
        cepstrum[1] = curve.gainDb(sampleRateHz / 2.0) * neper;
        for (int line = 1; line < size / 2; line++) {
            cepstrum[2 * line] = curve.gainDb((double) line * sampleRateHz / size) * neper;
        }
        transform.realInverse(cepstrum, true);
        for (int i = 1; i < size / 2; i++) {
            cepstrum[i] *= 2;
            cepstrum[size - i] = 0;
        }
        transform.realForward(cepstrum);
        cepstrum[0] = Math.exp(cepstrum[0]);
        cepstrum[1] = Math.exp(cepstrum[1]);
        for (int line = 1; line < size / 2; line++) {
            double magnitude = Math.exp(cepstrum[2 * line]);
            double phase = cepstrum[2 * line + 1];
            cepstrum[2 * line] = magnitude * Math.cos(phase);
            cepstrum[2 * line + 1] = magnitude * Math.sin(phase);
        }
        transform.realInverse(cepstrum, true);
        double[] taps = new double[length];
        int fadeFrom = length * 3 / 4;
        for (int i = 0; i < length; i++) {
            double fade = i < fadeFrom ? 1 : 0.5 + 0.5 * Math.cos(Math.PI * (i - fadeFrom) / (length - fadeFrom));
            taps[i] = fade * cepstrum[i];
        }
        return taps;
    }
}
