package io.auralis.engine.match;

import io.auralis.engine.transform.PreciseTransform;
import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * Carries a curve out on every channel of a track, by fast convolution (overlap-save; Oppenheim & Schafer, section 8.7).
 * Nothing is allocated while processing.
 */
public final class MatchFilter {
    /** 8,192 taps at 44.1 kHz: 5.4 Hz, half the width of the third octave at 50 Hz. */
    private static final double SECONDS = 8_192 / 44_100.0;

    private final int hop;
    private final DoubleFFT_1D transform;
    private final double[] response;
    private final double[] scratch;
    private final double[][] in;
    private final double[][] out;
    private int at;

    public MatchFilter(MatchCurve curve, int channels, int sampleRateHz) {
        this(MinimumPhase.taps(curve, PreciseTransform.sizeNear(SECONDS, sampleRateHz), sampleRateHz), channels);
    }

    MatchFilter(double[] taps, int channels) {
        this.hop = taps.length;
        this.transform = PreciseTransform.of(2 * hop);
        this.response = Arrays.copyOf(taps, 2 * hop);
        transform.realForward(response);
        this.scratch = new double[2 * hop];
        this.in = new double[channels][2 * hop];
        this.out = new double[channels][hop];
    }

    /** By how many frames what comes out lags behind what went in. */
    public int latencyFrames() {
        return hop;
    }

    /** Filters the first {@code frames} samples of every channel in place. */
    public void process(double[][] channels, int frames) {
        for (int done = 0; done < frames; ) {
            int count = Math.min(frames - done, hop - at);
            for (int channel = 0; channel < in.length; channel++) {
                System.arraycopy(channels[channel], done, in[channel], hop + at, count);
                System.arraycopy(out[channel], at, channels[channel], done, count);
            }
            at += count;
            done += count;
            if (at == hop) {
                for (int channel = 0; channel < in.length; channel++) {
                    convolve(in[channel], out[channel]);
                }
                at = 0;
            }
        }
    }

    private void convolve(double[] input, double[] output) {
        System.arraycopy(input, 0, scratch, 0, scratch.length);
        transform.realForward(scratch);
        scratch[0] *= response[0];
        scratch[1] *= response[1];
        for (int i = 2; i < scratch.length; i += 2) {
            double real = scratch[i] * response[i] - scratch[i + 1] * response[i + 1];
            scratch[i + 1] = scratch[i] * response[i + 1] + scratch[i + 1] * response[i];
            scratch[i] = real;
        }
        transform.realInverse(scratch, true);
        System.arraycopy(scratch, hop, output, 0, hop);
        System.arraycopy(input, hop, input, 0, hop);
    }
}
