package io.auralis.ingest.reception;

/** What became of a body on its way. */
sealed interface Arrival {
    /** It is here. */
    record Whole(byte[] body) implements Arrival {}

    /** It did not come, or not all of it; what came is not kept. */
    record Failed(Unreceived why) implements Arrival {}
}
