package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a track into bands whose sum is the track itself, sample by sample: band 0 is what the lowest low-pass lets
 * through, each further one what the next low-pass lets through more, the last one what is missing to the whole (S. P.
 * Lipshitz and J. Vanderkooy, "A Family of Linear-Phase Crossover Networks of High Slope Derived by Time Delay", JAES 31,
 * 1983). The low-passes have no phase ({@link GaussianLowPass}), so bands that are raised and lowered never cancel where they
 * overlap. What is kept are the low-passed signals and the whole; a band is the difference of two neighbours.
 */
final class BandSplit {
    /**
     * Between bass and kick, the body of instruments, their attacks, and cymbals: two and a half octaves apart and more, so
     * that the flat slopes that come with the absence of ringing still keep them apart.
     */
    static final List<Double> CROSSOVERS_HZ = List.of(150.0, 1_000.0, 5_000.0);

    /** Above, a mean is shorter than two samples. */
    private static final double HIGHEST = 0.25;

    /** What is worked on at a time: all signals of a pair of channels lie in the processor's nearest cache. */
    static final int CHUNK_FRAMES = 512;

    private final int channels;
    private final int delay;
    private final int base;
    private final int history;
    /** Per pair of channels and crossover. */
    private final GaussianLowPass[][] lowPasses;

    private final double[][] in;
    private final double[][][] signals;

    /** @param historyFrames how many of the last frames stay to be read besides those taken last */
    BandSplit(AudioFormat format, List<Double> crossoversHz, int historyFrames) {
        List<Double> held = held(crossoversHz, format.sampleRateHz());
        this.channels = format.channels();
        this.history = historyFrames;
        // A pair needs a second channel, even if it is silent.
        int lines = channels + channels % 2;
        this.lowPasses = new GaussianLowPass[lines / 2][held.size()];
        int latest = 0;
        int reach = 0;
        for (GaussianLowPass[] pair : lowPasses) {
            for (int i = 0; i < pair.length; i++) {
                pair[i] = new GaussianLowPass(held.get(i), format.sampleRateHz(), CHUNK_FRAMES);
                latest = Math.max(latest, pair[i].delayFrames());
                reach = Math.max(reach, pair[i].reachFrames());
            }
        }
        this.delay = latest;
        this.base = reach;
        this.in = new double[lines][base + delay + CHUNK_FRAMES];
        this.signals = new double[lines][held.size() + 1][history + CHUNK_FRAMES];
    }

    /** Those that a sample rate holds. */
    static List<Double> held(List<Double> crossoversHz, int sampleRateHz) {
        List<Double> held = new ArrayList<>(crossoversHz);
        held.removeIf(hertz -> hertz > HIGHEST * sampleRateHz);
        return held;
    }

    /** Where the bands lie, in words, from the lowest up. */
    static List<String> ranges(int sampleRateHz) {
        List<Double> edges = held(CROSSOVERS_HZ, sampleRateHz);
        List<String> ranges = new ArrayList<>();
        for (int band = 0; band <= edges.size(); band++) {
            ranges.add(
                    band == 0
                            ? String.format(Locale.ROOT, "under %,.0f Hz", edges.get(0))
                            : band == edges.size()
                                    ? String.format(Locale.ROOT, "over %,.0f Hz", edges.get(band - 1))
                                    : String.format(
                                            Locale.ROOT,
                                            "between %,.0f and %,.0f Hz",
                                            edges.get(band - 1),
                                            edges.get(band)));
        }
        return ranges;
    }

    int bands() {
        return lowPasses[0].length + 1;
    }

    int channels() {
        return channels;
    }

    /** By how many frames the signals lag behind what is taken. */
    int latencyFrames() {
        return delay;
    }

    /** Takes at most {@link #CHUNK_FRAMES} frames; what was taken before moves into the history. */
    void take(AudioBlock block, int from, int frames) {
        for (int channel = 0; channel < channels; channel++) {
            System.arraycopy(block.channel(channel), from, in[channel], base + delay, frames);
        }
        for (int pair = 0; pair < lowPasses.length; pair++) {
            double[] one = in[2 * pair];
            double[] other = in[2 * pair + 1];
            double[][] to = signals[2 * pair];
            double[][] otherTo = signals[2 * pair + 1];
            for (int i = 0; i < lowPasses[pair].length; i++) {
                GaussianLowPass lowPass = lowPasses[pair][i];
                lowPass.process(one, other, base + lowPass.delayFrames(), to[i], otherTo[i], history, frames);
            }
        }
        for (int channel = 0; channel < channels; channel++) {
            System.arraycopy(in[channel], base, signals[channel][bands() - 1], history, frames);
        }
    }

    /** Lets go of as many of the oldest frames as were taken. */
    void moveOn(int frames) {
        for (int channel = 0; channel < channels; channel++) {
            System.arraycopy(in[channel], frames, in[channel], 0, base + delay);
            for (double[] signal : signals[channel]) {
                System.arraycopy(signal, frames, signal, 0, history);
            }
        }
    }

    /**
     * A low-passed signal, or with the last index the whole; those taken last begin behind the history. Band b at a frame is
     * signal b less signal b - 1.
     */
    double[] signal(int channel, int index) {
        return signals[channel][index];
    }
}
