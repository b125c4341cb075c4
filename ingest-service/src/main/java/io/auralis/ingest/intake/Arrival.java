package io.auralis.ingest.intake;

/** What became of a body on its way. Sealed, since each kind is answered in its own way. */
sealed interface Arrival {
    /** It is here. */
    record Whole(byte[] body) implements Arrival {}

    /** It is longer than admitted; the rest is not kept. */
    record TooLong() implements Arrival {}

    /** It was not whole in time. */
    record TooSlow() implements Arrival {}

    /** There is no room for it now. */
    record NoRoom() implements Arrival {}

    /** The client went away; nobody reads the answer. */
    record Gone() implements Arrival {}
}
