package io.auralis.aggregator.sink;

/** Another generation owns the database's statistics: what this instance counts must not be written. */
public final class SupersededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SupersededException(StateSource mine, StateSource owner) {
        super("the statistics are those of generation " + owner.generation() + " and another topic, not of "
                + mine.generation());
    }
}
