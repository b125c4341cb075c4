package io.auralis.engine.curves;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.match.LongTermSpectrum;

/** Hears a track once and draws its curves: feed every block in order, then {@link #finish()}. Memory does not grow with the track. */
public final class CurveRecorder {
    private final AudioFormat format;
    private final LoudnessCurve loudness;
    private final Waveform waveform;
    private final LongTermSpectrum spectrum;
    private double squares;
    private long frames;

    public CurveRecorder(AudioFormat format) {
        this.format = format;
        this.loudness = new LoudnessCurve(format);
        this.waveform = new Waveform(format.sampleRateHz());
        this.spectrum = new LongTermSpectrum(format);
    }

    public void accept(AudioBlock block) {
        loudness.accept(block);
        waveform.accept(block);
        spectrum.accept(block);
        for (int channel = 0; channel < block.channels(); channel++) {
            double[] samples = block.channel(channel);
            double sum = 0;
            for (int i = 0; i < block.frames(); i++) {
                sum += samples[i] * samples[i];
            }
            squares += sum;
        }
        frames += block.frames();
    }

    /** Hears the end. Call once, after the last block. */
    public TrackCurves finish() {
        waveform.finish();
        double meanSquare = frames == 0 ? 0 : squares / ((double) frames * format.channels());
        return new TrackCurves(
                (double) frames / format.sampleRateHz(),
                loudness.finish(),
                waveform.lowest(),
                waveform.highest(),
                ThirdOctaveLevels.of(spectrum.finish(), meanSquare, format.sampleRateHz()));
    }
}
