package io.auralis.engine.meter;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;

/** Reads all meters of a track in one pass: feed every block in order, then {@link #finish()}. Allocates nothing per block. */
public final class TrackMeter {
    private final LoudnessMeter loudness;
    private final TruePeakMeter truePeak;
    private final int channels;
    private double samplePeak;
    private double squares;
    private long frames;

    public TrackMeter(AudioFormat format) {
        this.loudness = new LoudnessMeter(format);
        this.truePeak = new TruePeakMeter(format.channels());
        this.channels = format.channels();
    }

    /** @throws IllegalArgumentException if the block's channels are not the format's */
    public void accept(AudioBlock block) {
        if (block.channels() != channels) {
            throw new IllegalArgumentException(
                    "the meter hears " + channels + " channels but the block has " + block.channels());
        }
        loudness.accept(block);
        truePeak.accept(block);
        for (int channel = 0; channel < channels; channel++) {
            double[] samples = block.channel(channel);
            double peak = samplePeak;
            // Two sums, as one would wait for itself.
            double sum = 0;
            double otherSum = 0;
            int half = block.frames() / 2;
            for (int i = 0; i < half; i++) {
                double level = Math.abs(samples[i]);
                double other = Math.abs(samples[half + i]);
                // Branches that are hardly ever taken cost nothing.
                if (level > peak) {
                    peak = level;
                }
                if (other > peak) {
                    peak = other;
                }
                sum += level * level;
                otherSum += other * other;
            }
            for (int i = 2 * half; i < block.frames(); i++) {
                peak = Math.max(peak, Math.abs(samples[i]));
                sum += samples[i] * samples[i];
            }
            samplePeak = peak;
            squares += sum + otherSum;
        }
        frames += block.frames();
    }

    /** The loudness meter, for momentary and short-term readings on the way. */
    public LoudnessMeter loudness() {
        return loudness;
    }

    /** Hears the end and reads the meters. Call once, after the last block. */
    public Meters finish() {
        truePeak.finish();
        return new Meters(
                loudness.integratedLufs(),
                loudness.loudnessRangeLu(),
                loudness.maxShortTermLufs(),
                loudness.maxMomentaryLufs(),
                truePeak.truePeakDbtp(),
                truePeak.safetyPeakDbtp(),
                crestDb());
    }

    /** Peak and RMS are over the samples of all channels: a full-scale tone on every channel reads 3.01 dB. */
    private double crestDb() {
        return samplePeak == 0
                ? 0
                : 20 * StrictMath.log10(samplePeak / Math.sqrt(squares / ((double) frames * channels)));
    }
}
