package io.auralis.engine.declip;

import java.util.Arrays;

/**
 * One channel of a track as it passes: what is behind, a middle part that is restored now, and what is ahead. Runs that
 * begin in the middle are restored whole; those of the next middle that are near enough to matter are found with them and
 * then found anew.
 */
final class ChannelWindow {
    /** Longer ones are no peaks of music that was cut off. */
    private static final double LONGEST_SECONDS = 0.01;

    private enum State {
        /** As it is. */
        KEPT,
        /** At the level at which the channel was cut off. */
        AT_LEVEL,
        /** It was at the level and is restored. */
        RESTORED,
        /** In a run that is too long. */
        TOO_LONG
    }

    private final int channel;
    private final ClipLevel upper;
    private final ClipLevel lower;
    private final WindowShape shape;
    private final double[] samples;
    private final double[] given;
    private final State[] states;
    private final int[] places;
    private final GapSolver solver;
    private final int longest;
    private long stretches;
    private long restored;
    private double highest;

    /** @param solver may serve several windows, one after the other */
    ChannelWindow(int channel, Clipping clipping, WindowShape shape, int sampleRateHz, GapSolver solver) {
        this.channel = channel;
        this.upper = clipping.upper().get(channel);
        this.lower = clipping.lower().get(channel);
        this.shape = shape;
        this.samples = new double[shape.frames()];
        this.given = new double[shape.frames()];
        this.states = new State[shape.frames()];
        Arrays.fill(states, State.KEPT);
        this.places = new int[shape.frames()];
        this.solver = solver;
        this.longest = (int) Math.min(shape.ahead(), LONGEST_SECONDS * sampleRateHz);
    }

    /** The live array of samples. */
    double[] samples() {
        return samples;
    }

    void set(int index, double sample) {
        samples[index] = sample;
        given[index] = sample;
        states[index] = upper.holds(sample) || lower.holds(sample) ? State.AT_LEVEL : State.KEPT;
    }

    /** Moves on to the next middle; what comes in from ahead is silent until it is set. */
    void shift() {
        int by = shape.middle();
        int left = samples.length - by;
        System.arraycopy(samples, by, samples, 0, left);
        System.arraycopy(given, by, given, 0, left);
        System.arraycopy(states, by, states, 0, left);
        Arrays.fill(samples, left, samples.length, 0);
        Arrays.fill(given, left, samples.length, 0);
        Arrays.fill(states, left, samples.length, State.KEPT);
    }

    /**
     * Restores the middle.
     *
     * @param frame of the track that the window begins with; may be negative
     * @param repairs told the restored samples
     */
    void restore(long frame, Repairs repairs) {
        int middle = shape.behind() + shape.middle();
        int count = 0;
        int own = 0;
        int runs = 0;
        for (int i = shape.behind(); i < Math.min(samples.length, middle + shape.order()); ) {
            int end = runEnd(i);
            if (worthRestoring(i, end)) {
                for (int k = i; k < end; k++) {
                    places[count++] = k;
                }
                if (i < middle) {
                    own = count;
                    runs++;
                }
            }
            i = end;
        }
        if (own == 0) {
            return;
        }
        solver.solve(samples, given, places, count);
        for (int i = 0; i < count; i++) {
            int place = places[i];
            if (i < own) {
                states[place] = State.RESTORED;
                highest = Math.max(highest, Math.abs(samples[place]));
                repairs.add(channel, frame + place, samples[place]);
            } else {
                samples[place] = given[place];
            }
        }
        stretches += runs;
        restored += own;
    }

    /** Just behind the run of samples of one state and, at the level, of one side, that begins here. */
    private int runEnd(int from) {
        int end = from + 1;
        while (states[from] == State.AT_LEVEL
                && end < samples.length
                && states[end] == State.AT_LEVEL
                && given[end] > 0 == given[from] > 0) {
            end++;
        }
        return end;
    }

    private boolean worthRestoring(int from, int end) {
        if (states[from] != State.AT_LEVEL) {
            return false;
        }
        boolean goesOn = from > 0 && states[from - 1] == State.TOO_LONG && given[from - 1] > 0 == given[from] > 0;
        if (goesOn || end - from > longest) {
            Arrays.fill(states, from, end, State.TOO_LONG);
            return false;
        }
        return true;
    }

    long stretches() {
        return stretches;
    }

    long restoredSamples() {
        return restored;
    }

    double highest() {
        return highest;
    }
}
