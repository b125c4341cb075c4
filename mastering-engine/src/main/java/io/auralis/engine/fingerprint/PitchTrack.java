package io.auralis.engine.fingerprint;

import java.util.Arrays;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * How steady the pitch is: the fundamental of each sounding long frame by YIN (de Cheveigné and Kawahara 2002, JASA
 * 111(4)), C2 to C7, and the variation of those found. The difference function comes from the frame's power spectrum
 * (Wiener-Khinchin), divided by the window's own autocorrelation (Boersma 1993), so all channels count whatever their
 * phase.
 */
final class PitchTrack {
    private static final double C2_HZ = 65.406;
    private static final double C7_HZ = 2093.005;
    /** Largest normalised difference at which a frame has a pitch: 0.1 for speech in the paper, more for mixed voices. */
    private static final double APERIODICITY = 0.2;
    /** With fewer pitched frames among the sounding ones, what was found is chance. */
    private static final double LEAST_PITCHED = 0.1;
    /** Scales the variation so that a semitone's standard deviation (CV 0.06) reads 0.63. */
    private static final double VARIATION_SCALE = 10;
    /** Lags are at least this fine, by filling the spectrum up with zeros: else C7 at 8 kHz has but four lags a period. */
    private static final int LEAST_LAGS_PER_SECOND = 32_000;

    private final FrameGrid grid;
    private final int lagsPerSample;
    private final double lagsPerSecond;
    private final int shortestLag;
    private final int longestLag;
    private final DoubleFFT_1D transform;
    private final double[] windowCorrelation;
    private final double[] correlation;
    private final double[] difference;
    private final RunningStatistics pitches = new RunningStatistics();
    private long frames;

    PitchTrack(FrameGrid grid) {
        this.grid = grid;
        this.lagsPerSample = lagsPerSample(grid.sampleRateHz());
        this.lagsPerSecond = (double) lagsPerSample * grid.sampleRateHz();
        this.shortestLag = (int) Math.floor(lagsPerSecond / C7_HZ);
        this.longestLag = (int) Math.ceil(lagsPerSecond / C2_HZ);
        this.transform = new DoubleFFT_1D((long) lagsPerSample * grid.size());
        this.correlation = new double[lagsPerSample * grid.size()];
        this.difference = new double[longestLag + 2];
        this.windowCorrelation = windowCorrelation();
    }

    void accept(double[] power) {
        frames++;
        autocorrelate(power);
        double energy = correlation[0];
        double sum = 0;
        difference[0] = 1;
        for (int lag = 1; lag < difference.length; lag++) {
            double plain = Math.max(0, 1 - correlation[lag] / energy / windowCorrelation[lag]);
            sum += plain;
            difference[lag] = sum == 0 ? 1 : plain * lag / sum;
        }
        double lag = period();
        if (lag > 0) {
            pitches.add(lagsPerSecond / lag);
        }
    }

    /** One over one plus ten times the pitch's variation, 0..1; 0 where under a tenth of the sounding frames have a pitch. */
    double stability() {
        if (pitches.count() == 0 || pitches.count() < LEAST_PITCHED * frames) {
            return 0;
        }
        return 1 / (1 + VARIATION_SCALE * pitches.variation());
    }

    /** The first dip under the threshold, interpolated by a parabola, in lags; 0 if there is none. */
    private double period() {
        for (int lag = shortestLag; lag <= longestLag; lag++) {
            if (difference[lag] < APERIODICITY && difference[lag] <= difference[lag + 1]) {
                double bend = difference[lag - 1] - 2 * difference[lag] + difference[lag + 1];
                return bend <= 0 ? lag : lag + 0.5 * (difference[lag - 1] - difference[lag + 1]) / bend;
            }
        }
        return 0;
    }

    /** A power of two, as the transform wants. */
    private static int lagsPerSample(int sampleRateHz) {
        int lags = 1;
        while (lags * sampleRateHz < LEAST_LAGS_PER_SECOND) {
            lags *= 2;
        }
        return lags;
    }

    private void autocorrelate(double[] power) {
        Arrays.fill(correlation, 0);
        correlation[0] = power[0];
        for (int line = 1; line < grid.size() / 2; line++) {
            correlation[2 * line] = power[line];
        }
        transform.realInverse(correlation, false);
    }

    private double[] windowCorrelation() {
        double[] window = SpectrumFramer.hann(grid.size());
        double[] bySample = new double[longestLag / lagsPerSample + 2];
        for (int lag = 0; lag < bySample.length; lag++) {
            for (int i = 0; i + lag < window.length; i++) {
                bySample[lag] += window[i] * window[i + lag];
            }
        }
        double[] byLag = new double[difference.length];
        for (int lag = 0; lag < byLag.length; lag++) {
            int sample = lag / lagsPerSample;
            double beyond = (double) (lag % lagsPerSample) / lagsPerSample;
            double following = sample + 1 < bySample.length ? bySample[sample + 1] : bySample[sample];
            byLag[lag] = (bySample[sample] + beyond * (following - bySample[sample])) / bySample[0];
        }
        return byLag;
    }
}
