package io.auralis.agent.equalizer;

import io.auralis.engine.mastering.ToneFilters;

/**
 * What an equaliser is to be set to.
 *
 * @param title what it is, in words, for a comment or a name
 * @param tone the filters
 * @param sideGain by what the difference of left and right is multiplied; 1 leaves the width
 */
public record EqualizerPreset(String title, ToneFilters tone, double sideGain) {
    /** Of the presets; most players and devices run at it or resample to it. */
    static final int SAMPLE_RATE_HZ = 48_000;

    /** Eight to the octave: the shelves' response is smooth between them. */
    private static final double STEP = Math.pow(2, 1 / 8.0);

    public EqualizerPreset {
        if (!(sideGain >= 0) || Double.isInfinite(sideGain)) {
            throw new IllegalArgumentException("a side gain is 0 or more, not " + sideGain);
        }
    }

    /** A gain for all frequencies that keeps the loudest of them from clipping: 0 dB at most. */
    double preampDb() {
        double highest = 0;
        for (double hertz = 20; hertz < 20_000; hertz *= STEP) {
            highest = Math.max(highest, tone.responseDb(hertz, SAMPLE_RATE_HZ));
        }
        return -highest - 20 * Math.log10(Math.max(1, sideGain));
    }

    boolean changesWidth() {
        return sideGain != 1;
    }

    /** Of the channel itself in what it becomes. */
    double ownShare() {
        return (1 + sideGain) / 2;
    }

    /** Of the other channel. */
    double otherShare() {
        return (1 - sideGain) / 2;
    }
}
