package io.auralis.aggregator.statistics;

/**
 * A cohort's state while voices are added to it and taken from it, many times between two looks at it. It takes 16 kB
 * where the state itself takes one or two, and spares making a new state for each voice. Belongs to one thread.
 */
public final class StateTally {
    private final long[] train = new long[CountSlots.COUNT];
    private final long[] heldOut = new long[CountSlots.COUNT];

    /** @param state what was counted before */
    public StateTally(CohortState state) {
        state.train().addTo(train);
        state.heldOut().addTo(heldOut);
    }

    /** @throws ArithmeticException beyond the range of a long: never wraps */
    public void add(Voice voice) {
        voice.counts().addTo(of(voice));
    }

    /** @throws IllegalArgumentException if it would leave a negative count: what was not added cannot be taken away */
    public void takeAway(Voice voice) {
        voice.counts().takeFrom(of(voice));
    }

    public CohortState state() {
        return new CohortState(Counts.of(train), Counts.of(heldOut));
    }

    private long[] of(Voice voice) {
        return voice.fold() == Fold.TRAIN ? train : heldOut;
    }
}
