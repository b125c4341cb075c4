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
            double sum = 0;
            for (int i = 0; i < block.frames(); i++) {
                double level = Math.abs(samples[i]);
                // A branch that is hardly ever taken costs nothing.
                if (level > peak) {
                    peak = level;
                }
                sum += level * level;
            }
            samplePeak = peak;
            squares += sum;
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
