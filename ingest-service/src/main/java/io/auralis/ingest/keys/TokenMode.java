package io.auralis.ingest.keys;

/** Whether a report costs a contribution token. */
public enum TokenMode {
    /** Each new report id costs one; the spent ones are kept in PostgreSQL. */
    TOKENS,
    /** Reports are free: for development and measurements. No key is made, no database is needed. */
    OPEN
}
