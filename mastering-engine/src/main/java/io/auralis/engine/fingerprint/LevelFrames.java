package io.auralis.engine.fingerprint;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;

/**
 * How level, peak and crest vary over frames of 500 ms that start every 250 ms. Frames under -70 dBFS do not count; an
 * incomplete last frame is left out, but a track under 500 ms is one frame of what there is.
 */
final class LevelFrames {
    private static final int HALVES_PER_SECOND = 4;

    private final int channels;
    private final int sampleRateHz;
    private final RunningStatistics crestsDb = new RunningStatistics();
    private final RunningStatistics levelsDb = new RunningStatistics();
    private final RunningStatistics peaks = new RunningStatistics();
    private Half former = new Half();
    private Half current = new Half();
    private long halves;
    private long heard;

    LevelFrames(AudioFormat format) {
        this.channels = format.channels();
        this.sampleRateHz = format.sampleRateHz();
    }

    private static final class Half {
        private double peak;
        private double squares;
        private long frames;
    }

    void accept(AudioBlock block) {
        int from = 0;
        while (from < block.frames()) {
            long end = (halves + 1) * sampleRateHz / HALVES_PER_SECOND;
            int to = (int) Math.min(block.frames(), from + end - heard);
            for (int channel = 0; channel < channels; channel++) {
                gather(block.channel(channel), from, to);
            }
            current.frames += to - from;
            heard += to - from;
            if (heard == end) {
                endHalf();
            }
            from = to;
        }
    }

    void finish() {
        if (halves < 2) {
            endFrame();
        }
    }

    /** Standard deviation of the frames' crest factors, dB; 0 without a sounding frame. */
    double crestDeviationDb() {
        return crestsDb.deviation();
    }

    /** Standard deviation of the frames' RMS levels, dB; 0 without a sounding frame. */
    double levelDeviationDb() {
        return levelsDb.deviation();
    }

    /** One over one plus the variation of the frames' peaks, 0..1; 0 without a sounding frame. */
    double peakConsistency() {
        return peaks.count() == 0 ? 0 : 1 / (1 + peaks.variation());
    }

    private void gather(double[] samples, int from, int to) {
        double peak = current.peak;
        double squares = 0;
        for (int i = from; i < to; i++) {
            double level = Math.abs(samples[i]);
            if (level > peak) {
                peak = level;
            }
            squares += level * level;
        }
        current.peak = peak;
        current.squares += squares;
    }

    private void endHalf() {
        halves++;
        if (halves >= 2) {
            endFrame();
        }
        Half reused = former;
        former = current;
        current = reused;
        current.peak = 0;
        current.squares = 0;
        current.frames = 0;
    }

    private void endFrame() {
        double meanSquare = (former.squares + current.squares) / ((double) (former.frames + current.frames) * channels);
        if (!FrameGrid.sounds(meanSquare)) {
            return;
        }
        double peak = Math.max(former.peak, current.peak);
        peaks.add(peak);
        levelsDb.add(10 * StrictMath.log10(meanSquare));
        crestsDb.add(20 * StrictMath.log10(peak) - 10 * StrictMath.log10(meanSquare));
    }
}
