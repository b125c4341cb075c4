package io.auralis.engine.curves;

import io.auralis.engine.audio.AudioBlock;

/** The lowest and the highest sample of each stretch of time, over all channels. */
final class Waveform {
    /** As fine as can be drawn of ten seconds. */
    private static final int STEPS_PER_SECOND = 100;

    private final int sampleRateHz;
    private final int stepFrames;
    private final Columns lows = new Columns(Math::min);
    private final Columns highs = new Columns(Math::max);
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private int inStep;

    Waveform(int sampleRateHz) {
        this.sampleRateHz = sampleRateHz;
        this.stepFrames = Math.max(1, sampleRateHz / STEPS_PER_SECOND);
    }

    void accept(AudioBlock block) {
        for (int from = 0; from < block.frames(); ) {
            int to = Math.min(block.frames(), from + stepFrames - inStep);
            for (int channel = 0; channel < block.channels(); channel++) {
                double[] samples = block.channel(channel);
                for (int i = from; i < to; i++) {
                    low = Math.min(low, samples[i]);
                    high = Math.max(high, samples[i]);
                }
            }
            inStep += to - from;
            from = to;
            if (inStep == stepFrames) {
                endStep();
            }
        }
    }

    private void endStep() {
        lows.add(low);
        highs.add(high);
        low = Double.POSITIVE_INFINITY;
        high = Double.NEGATIVE_INFINITY;
        inStep = 0;
    }

    void finish() {
        if (inStep > 0) {
            endStep();
        }
    }

    Curve lowest() {
        return curve(lows);
    }

    Curve highest() {
        return curve(highs);
    }

    private Curve curve(Columns columns) {
        double step = columns.perColumn() * (double) stepFrames / sampleRateHz;
        return new Curve(step / 2, step, columns.finish((value, count) -> value));
    }
}
