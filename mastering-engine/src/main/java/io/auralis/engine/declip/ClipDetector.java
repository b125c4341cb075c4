package io.auralis.engine.declip;

import io.auralis.engine.audio.AudioBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds in one pass whether a track was cut off at a level, per channel and side of zero. The level is where samples next
 * to each other lie far more often than just below it, so it is also found where the track was turned down afterwards.
 * Memory does not grow with the track.
 */
public final class ClipDetector {
    private final LevelHistogram[] upper;
    private final LevelHistogram[] lower;
    private final int[] firstBin;
    private final int[] length;

    /** @param channels of the track */
    public ClipDetector(int channels) {
        this.upper = new LevelHistogram[channels];
        this.lower = new LevelHistogram[channels];
        Arrays.setAll(upper, i -> new LevelHistogram());
        Arrays.setAll(lower, i -> new LevelHistogram());
        this.firstBin = new int[channels];
        this.length = new int[channels];
    }

    public void accept(AudioBlock block) {
        for (int channel = 0; channel < block.channels(); channel++) {
            accept(channel, block.channel(channel), block.frames());
        }
    }

    private void accept(int channel, double[] samples, int frames) {
        int first = firstBin[channel];
        int run = length[channel];
        for (int i = 0; i < frames; i++) {
            double sample = samples[i];
            int bin = LevelHistogram.bin(Math.abs(sample));
            if (bin < 0) {
                run = 0;
                continue;
            }
            // The sign tells the sides apart.
            int signed = sample < 0 ? ~bin : bin;
            run = run > 0 && Math.abs(signed - first) <= 1 ? run + 1 : 1;
            first = run == 1 ? signed : first;
            (sample < 0 ? lower : upper)[channel].add(bin, run);
        }
        firstBin[channel] = first;
        length[channel] = run;
    }

    /** What was found. Call after the last block. */
    public Clipping finish() {
        List<ClipLevel> above = new ArrayList<>();
        List<ClipLevel> below = new ArrayList<>();
        long samples = 0;
        for (int channel = 0; channel < upper.length; channel++) {
            int top = upper[channel].level();
            int bottom = lower[channel].level();
            above.add(top < 0 ? ClipLevel.NONE : new ClipLevel(LevelHistogram.from(top), LevelHistogram.to(top)));
            below.add(
                    bottom < 0
                            ? ClipLevel.NONE
                            : new ClipLevel(-LevelHistogram.to(bottom), -LevelHistogram.from(bottom)));
            samples +=
                    (top < 0 ? 0 : upper[channel].samplesAt(top)) + (bottom < 0 ? 0 : lower[channel].samplesAt(bottom));
        }
        return new Clipping(above, below, samples);
    }
}
