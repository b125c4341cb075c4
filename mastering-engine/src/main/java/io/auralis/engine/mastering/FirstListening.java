package io.auralis.engine.mastering;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.meter.TrackMeter;
import java.util.EnumMap;
import java.util.Map;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * Meters and those dimensions that the base models' rules look at, until the whole fingerprint replaces it: frames of
 * 4096 samples of the mid under a Hann window, no overlap; the centroid is the magnitude-weighted mean over all frames.
 */
final class FirstListening {
    private static final int SIZE = 4_096;

    private final TrackMeter meter;
    private final int sampleRateHz;
    private final DoubleFFT_1D transform = new DoubleFFT_1D(SIZE);
    private final double[] frame = new double[SIZE];
    private final double[] spectrum = new double[SIZE];
    private int filled;
    private double mid;
    private double side;
    private double bass;
    private double low;
    private double weighted;
    private double magnitudes;

    FirstListening(AudioFormat format) {
        this.meter = new TrackMeter(format);
        this.sampleRateHz = format.sampleRateHz();
    }

    void accept(AudioBlock block) {
        meter.accept(block);
        double[] left = block.channel(0);
        double[] right = block.channel(block.channels() > 1 ? 1 : 0);
        for (int i = 0; i < block.frames(); i++) {
            double m = (left[i] + right[i]) / 2;
            double s = (left[i] - right[i]) / 2;
            mid += m * m;
            side += s * s;
            frame[filled++] = m;
            if (filled == SIZE) {
                endFrame();
            }
        }
    }

    private void endFrame() {
        for (int i = 0; i < SIZE; i++) {
            spectrum[i] = frame[i] * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / SIZE));
        }
        transform.realForward(spectrum);
        for (int bin = 1; bin < SIZE / 2; bin++) {
            double hz = (double) bin * sampleRateHz / SIZE;
            double power = spectrum[2 * bin] * spectrum[2 * bin] + spectrum[2 * bin + 1] * spectrum[2 * bin + 1];
            bass += hz >= 60 && hz < 250 ? power : 0;
            low += hz >= 250 && hz < 2_000 ? power : 0;
            weighted += hz * Math.sqrt(power);
            magnitudes += Math.sqrt(power);
        }
        filled = 0;
    }

    record Heard(Meters meters, Fingerprint fingerprint) {}

    Heard finish() {
        java.util.Arrays.fill(frame, filled, SIZE, 0);
        endFrame();
        Meters meters = meter.finish();
        Map<FingerprintDimension, Double> values = new EnumMap<>(FingerprintDimension.class);
        values.put(FingerprintDimension.CREST_DB, meters.crestDb());
        values.put(FingerprintDimension.BASS_MID_RATIO, bass > 0 && low > 0 ? 10 * Math.log10(bass / low) : 0);
        values.put(FingerprintDimension.SPECTRAL_CENTROID, magnitudes > 0 ? weighted / magnitudes : 0);
        values.put(FingerprintDimension.STEREO_WIDTH, mid + side > 0 ? side / (mid + side) : 0);
        return new Heard(meters, Fingerprint.of(values));
    }
}
