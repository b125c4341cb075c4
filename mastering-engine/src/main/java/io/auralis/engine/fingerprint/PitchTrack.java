package io.auralis.engine.fingerprint;

import io.auralis.engine.transform.BatchTransform;
import java.util.Arrays;

/**
 * How steady the pitch is: the fundamental of each sounding long frame by YIN (de Cheveigné and Kawahara 2002, JASA 111(4)), C2
 * to C7, and the variation of those found. The difference function comes from the frame's power spectrum from 60 Hz to 5 kHz
 * (Wiener-Khinchin), divided by the window's own autocorrelation (Boersma 1993), so all channels count whatever their phase.
 *
 * <p>In a mix of several voices no period fits all of the sound, so as in pYIN (Mauch and Dixon 2014, ICASSP) several
 * thresholds are tried: what counts is the lowest one at which a tenth of the sounding frames have a pitch.
 */
final class PitchTrack {
    private static final double C2_HZ = 65.406;
    private static final double C7_HZ = 2093.005;
    /** A semitone and a half under C2: what is lower rises too slowly within the lags to show a period. */
    private static final double LOWEST_HARMONIC_HZ = 60;
    /** Above, there is more noise than voice. */
    private static final double HIGHEST_HARMONIC_HZ = 5_000;
    /**
     * Normalised differences under which a frame has a pitch: 0.1 is the paper's, for a lone voice. Above the last one nothing
     * repeats: white noise does not fall under 0.85, noise of 6 dB an octave not under 0.6.
     */
    private static final double[] THRESHOLDS = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};

    private static final double NEARLY = 0.1;

    /** With fewer pitched frames among the sounding ones, what was found is chance. */
    private static final double LEAST_PITCHED = 0.1;
    /** Scales the variation so that a semitone's standard deviation (CV 0.06) reads 0.63. */
    private static final double VARIATION_SCALE = 10;
    /** Lags are at least this fine, by filling the spectrum up with zeros: else C7 at 8 kHz has but four lags a period. */
    private static final int LEAST_LAGS_PER_SECOND = 20_000;

    private final int size;
    private final double lagsPerSecond;
    private final int shortestLag;
    private final int longestLag;
    private final BatchTransform transform;
    /** Spectra as the transform takes them; two frames make one complex signal, for their correlations are real. */
    private final float[][] spectra;

    private final float[][] correlations;
    private final double[] windowCorrelation;
    private final double[] difference;
    private final int firstLine;
    private final int lines;
    /** The fundamentals found at each threshold. */
    private final RunningStatistics[] pitches = new RunningStatistics[THRESHOLDS.length];

    private int waiting;
    private long frames;

    PitchTrack(FrameGrid grid) {
        int transformed = grid.size();
        while ((long) grid.sampleRateHz() * transformed / grid.size() < LEAST_LAGS_PER_SECOND) {
            transformed *= 2;
        }
        while ((long) grid.sampleRateHz() * transformed / grid.size() >= 2 * LEAST_LAGS_PER_SECOND) {
            transformed /= 2;
        }
        this.size = transformed;
        this.lagsPerSecond = (double) grid.sampleRateHz() * size / grid.size();
        this.firstLine = grid.lineAt(LOWEST_HARMONIC_HZ);
        this.lines = Math.min(size / 2, grid.lineAt(HIGHEST_HARMONIC_HZ));
        this.shortestLag = (int) Math.floor(lagsPerSecond / C7_HZ);
        this.longestLag = (int) Math.ceil(lagsPerSecond / C2_HZ);
        this.transform = new BatchTransform(size);
        this.spectra = new float[2][size];
        this.correlations = new float[2][longestLag + 2];
        this.difference = new double[longestLag + 2];
        this.windowCorrelation = windowCorrelation(grid);
        Arrays.setAll(pitches, threshold -> new RunningStatistics());
    }

    void accept(float[] power) {
        float[] spectrum = spectra[waiting % 2];
        System.arraycopy(power, firstLine, spectrum, firstLine, lines - firstLine);
        for (int line = firstLine; line < lines; line++) {
            spectrum[size - line] = power[line];
        }
        waiting++;
        if (waiting % 2 == 0) {
            transform.load(waiting / 2 - 1, spectra[0], spectra[1]);
        }
        if (waiting == 2 * transform.frames()) {
            judge();
        }
    }

    void finish() {
        if (waiting % 2 == 1) {
            transform.load(waiting / 2, spectra[0], spectra[1]);
        }
        judge();
    }

    private void judge() {
        transform.run();
        for (int frame = 0; frame < waiting; frame++) {
            if (frame % 2 == 0) {
                transform.read(frame / 2, correlations[0], correlations[1]);
            }
            judge(correlations[frame % 2]);
        }
        waiting = 0;
    }

    private void judge(float[] correlation) {
        frames++;
        double energy = correlation[0];
        double sum = 0;
        difference[0] = 1;
        for (int lag = 1; lag < difference.length; lag++) {
            double plain = Math.max(0, 1 - correlation[lag] / energy * windowCorrelation[lag]);
            sum += plain;
            difference[lag] = sum == 0 ? 1 : plain * lag / sum;
        }
        addPitch();
    }

    /** One over one plus ten times the pitch's variation, 0..1; 0 where under a tenth of the sounding frames have a pitch. */
    double stability() {
        for (RunningStatistics found : pitches) {
            if (found.count() > 0 && found.count() >= LEAST_PITCHED * frames) {
                return 1 / (1 + VARIATION_SCALE * found.variation());
            }
        }
        return 0;
    }

    /** The first dip that is nearly as deep as the deepest one: later ones are of whole multiples of the period. */
    private void addPitch() {
        double deepest = 1;
        for (int lag = shortestLag; lag <= longestLag; lag++) {
            if (isDip(lag)) {
                deepest = Math.min(deepest, difference[lag]);
            }
        }
        if (deepest >= THRESHOLDS[THRESHOLDS.length - 1]) {
            return;
        }
        int first = shortestLag;
        while (!isDip(first) || difference[first] > deepest + NEARLY) {
            first++;
        }
        for (int threshold = 0; threshold < THRESHOLDS.length; threshold++) {
            if (deepest < THRESHOLDS[threshold]) {
                pitches[threshold].add(lagsPerSecond / interpolated(first));
            }
        }
    }

    private boolean isDip(int lag) {
        return difference[lag] <= difference[lag - 1] && difference[lag] <= difference[lag + 1];
    }

    /** The bottom of the parabola through a dip and its neighbours. */
    private double interpolated(int lag) {
        double bend = difference[lag - 1] - 2 * difference[lag] + difference[lag + 1];
        return bend <= 0 ? lag : lag + 0.5 * (difference[lag - 1] - difference[lag + 1]) / bend;
    }

    /** One over the window's own correlation at each lag; between samples on a straight line. */
    private double[] windowCorrelation(FrameGrid grid) {
        float[] window = SpectrumFramer.hann(grid.size());
        double samplesPerLag = (double) grid.size() / size;
        double[] bySample = new double[(int) (difference.length * samplesPerLag) + 2];
        for (int lag = 0; lag < bySample.length; lag++) {
            for (int i = 0; i + lag < window.length; i++) {
                bySample[lag] += (double) window[i] * window[i + lag];
            }
        }
        double[] byLag = new double[difference.length];
        for (int lag = 0; lag < byLag.length; lag++) {
            int sample = (int) (lag * samplesPerLag);
            double beyond = lag * samplesPerLag - sample;
            byLag[lag] = bySample[0] / (bySample[sample] + beyond * (bySample[sample + 1] - bySample[sample]));
        }
        return byLag;
    }
}
