package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import java.util.Arrays;
import java.util.List;
import org.jtransforms.fft.DoubleFFT_1D;

/** What stages do to frequencies, measured: the spectrum of what they make of an impulse on the first channel. */
final class Response {
    private static final int BLOCK_FRAMES = 1_000;

    private final double[] impulse;
    private final double[] spectrum;
    private final double binHz;

    private Response(double[] impulse, int sampleRateHz) {
        this.impulse = impulse;
        this.spectrum = impulse.clone();
        this.binHz = (double) sampleRateHz / impulse.length;
        new DoubleFFT_1D(impulse.length).realForward(spectrum);
    }

    /**
     * @param stages fresh
     * @param frames how much is heard, a power of two; the response must have died away by then
     */
    static Response of(List<? extends Stage> stages, int channels, int sampleRateHz, int frames) {
        double[] heard = new double[frames];
        AudioBlock block = new AudioBlock(channels, BLOCK_FRAMES);
        for (int from = 0; from < frames; from += BLOCK_FRAMES) {
            block.setFrames(Math.min(BLOCK_FRAMES, frames - from));
            for (int channel = 0; channel < channels; channel++) {
                Arrays.fill(block.channel(channel), 0);
            }
            block.channel(0)[0] = from == 0 ? 1 : 0;
            stages.forEach(stage -> stage.process(block));
            System.arraycopy(block.channel(0), 0, heard, from, block.frames());
        }
        return new Response(heard, sampleRateHz);
    }

    /** The impulse response itself. */
    double[] impulse() {
        return impulse.clone();
    }

    /** Gain at a frequency between the lowest and the highest line, dB; between two lines, interpolated. */
    double gainDb(double hertz) {
        int line = (int) (hertz / binHz);
        double part = hertz / binHz - line;
        return (1 - part) * lineDb(line) + part * lineDb(line + 1);
    }

    private double lineDb(int line) {
        return Decibels.of(Math.hypot(spectrum[2 * line], spectrum[2 * line + 1]));
    }
}
