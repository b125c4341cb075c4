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
    /** Per channel the upper side's, then the lower side's. */
    private final LevelHistogram[][] sides;

    private final int[] firstBin;
    private final int[] length;

    /** @param channels of the track */
    public ClipDetector(int channels) {
        this.sides = new LevelHistogram[channels][2];
        for (LevelHistogram[] channel : sides) {
            Arrays.setAll(channel, side -> new LevelHistogram());
        }
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
            double magnitude = Math.abs(sample);
            // The sign's bit tells the sides apart without a branch, which would often be guessed wrong.
            int side = (int) (Double.doubleToRawLongBits(sample) >>> (Long.SIZE - 1));
            if (!sides[channel][side].look(magnitude)) {
                run = 0;
                continue;
            }
            int bin = LevelHistogram.bin(magnitude);
            int signed = bin ^ -side;
            run = run > 0 && Math.abs(signed - first) <= 1 ? run + 1 : 1;
            first = run == 1 ? signed : first;
            sides[channel][side].add(magnitude, bin, run);
        }
        firstBin[channel] = first;
        length[channel] = run;
    }

    /** What was found. Call after the last block. */
    public Clipping finish() {
        List<ClipLevel> above = new ArrayList<>();
        List<ClipLevel> below = new ArrayList<>();
        long samples = 0;
        for (LevelHistogram[] channel : sides) {
            int top = channel[0].level();
            int bottom = channel[1].level();
            above.add(top < 0 ? ClipLevel.NONE : channel[0].magnitudes(top));
            below.add(
                    bottom < 0 ? ClipLevel.NONE : channel[1].magnitudes(bottom).mirrored());
            samples += (top < 0 ? 0 : channel[0].samplesAt(top)) + (bottom < 0 ? 0 : channel[1].samplesAt(bottom));
        }
        return new Clipping(above, below, samples);
    }
}
