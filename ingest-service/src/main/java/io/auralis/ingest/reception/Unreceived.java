package io.auralis.ingest.reception;

/** Why a request was not taken in. */
public enum Unreceived {
    /** The body is longer than admitted. */
    TOO_LONG,
    /** The body was not whole in time. */
    TOO_SLOW,
    /** There is no room for it now. */
    NO_ROOM,
    /** The client went away; nobody reads the answer. */
    GONE
}
