package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;

/** Power of a track, and of stereo its mid and side. */
final class EnergyMeter {
    private final int channels;
    private double energy;
    private double crossed;
    private long frames;

    EnergyMeter(AudioFormat format) {
        this.channels = format.channels();
    }

    void accept(AudioBlock block) {
        if (channels == 2) {
            double[] left = block.channel(0);
            double[] right = block.channel(1);
            double one = 0;
            double other = 0;
            double both = 0;
            for (int i = 0; i < block.frames(); i++) {
                one += left[i] * left[i];
                other += right[i] * right[i];
                both += left[i] * right[i];
            }
            energy += one + other;
            crossed += both;
        } else {
            for (int channel = 0; channel < channels; channel++) {
                double[] samples = block.channel(channel);
                double sum = 0;
                for (int i = 0; i < block.frames(); i++) {
                    sum += samples[i] * samples[i];
                }
                energy += sum;
            }
        }
        frames += block.frames();
    }

    /** Root mean square over all channels, linear. */
    double rms() {
        return Math.sqrt(energy / ((double) frames * channels));
    }

    /** Energies; of other than two channels all is mid. */
    MidSide midSide() {
        return channels == 2
                ? new MidSide(0.25 * (energy + 2 * crossed), Math.max(0, 0.25 * (energy - 2 * crossed)))
                : new MidSide(energy, 0);
    }
}
