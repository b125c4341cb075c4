package io.auralis.ingest.broker;

/** What became of a record. */
public enum Storage {
    /** All in-sync replicas have it. */
    ACKNOWLEDGED,
    /** Not acknowledged in time; it may be stored or not, and sending it again does no harm. */
    UNAVAILABLE
}
