package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.meter.TrackMeter;

/** Measures samples by other code than the chain's own where there is any. */
final class Measuring {
    private Measuring() {}

    static Meters meters(int sampleRateHz, double[][] samples) {
        TrackMeter meter = new TrackMeter(new AudioFormat(sampleRateHz, samples.length));
        int length = samples[0].length;
        AudioBlock block = new AudioBlock(samples.length, length);
        for (int channel = 0; channel < samples.length; channel++) {
            System.arraycopy(samples[channel], 0, block.channel(channel), 0, length);
        }
        block.setFrames(length);
        meter.accept(block);
        return meter.finish();
    }

    /** Level of one frequency in the second half of the first channel, dB, by correlation with sine and cosine. */
    static double levelDb(int sampleRateHz, double[][] samples, double hertz) {
        double[] channel = samples[0];
        int from = channel.length / 2;
        double sine = 0;
        double cosine = 0;
        double windows = 0;
        for (int i = from; i < channel.length; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i - from) / (channel.length - from));
            double phase = 2 * Math.PI * hertz * i / sampleRateHz;
            sine += window * channel[i] * Math.sin(phase);
            cosine += window * channel[i] * Math.cos(phase);
            windows += window;
        }
        return Decibels.of(2 * Math.hypot(sine, cosine) / windows);
    }

    /** Side energy over mid plus side energy. */
    static double width(double[][] samples) {
        double mid = 0;
        double side = 0;
        for (int i = 0; i < samples[0].length; i++) {
            double sum = samples[0][i] + samples[1][i];
            double difference = samples[0][i] - samples[1][i];
            mid += sum * sum;
            side += difference * difference;
        }
        return side / (mid + side);
    }
}
