package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;

/**
 * Changes the width of a stereo signal by gains on the bands of its side. What a gain adds to the side is taken out of it by
 * a filter of linear phase, added to the left and taken from the right: mid and side stay in step, the mid stays as it is,
 * and where nothing is added left and right come out bit for bit. One gain for all frequencies needs no filter:
 * {@link SideGain}.
 */
final class Widener implements Stage {
    private final SymmetricConvolver convolver;
    private final double[][] delays;
    private final double[] added;
    private int at;

    Widener(AudioFormat format, WidthSetting setting) {
        if (format.channels() != 2) {
            throw new IllegalArgumentException("width needs 2 channels but there are " + format.channels());
        }
        int rateHz = format.sampleRateHz();
        double[] more = setting.gains(SymmetricConvolver.lines(rateHz), SymmetricConvolver.lineHz(rateHz));
        for (int line = 0; line < more.length; line++) {
            more[line] -= 1;
        }
        this.convolver = SymmetricConvolver.single(1, rateHz, more);
        this.delays = new double[2][convolver.latencyFrames()];
        this.added = new double[convolver.latencyFrames()];
    }

    @Override
    public int latencyFrames() {
        return convolver.latencyFrames();
    }

    @Override
    public void process(AudioBlock block) {
        for (int from = 0; from < block.frames(); ) {
            int count = Math.min(convolver.next(block.frames() - from), added.length - at);
            widen(block.channel(0), block.channel(1), from, count);
            from += count;
        }
    }

    private void widen(double[] left, double[] right, int from, int frames) {
        for (int i = 0; i < frames; i++) {
            added[i] = 0.5 * (left[from + i] - right[from + i]);
        }
        convolver.exchange(0, added, 0, frames);
        convolver.moveOn(frames);
        for (int i = 0; i < frames; i++) {
            double one = left[from + i];
            double other = right[from + i];
            left[from + i] = delays[0][at + i] + added[i];
            right[from + i] = delays[1][at + i] - added[i];
            delays[0][at + i] = one;
            delays[1][at + i] = other;
        }
        at = at + frames == added.length ? 0 : at + frames;
    }
}
