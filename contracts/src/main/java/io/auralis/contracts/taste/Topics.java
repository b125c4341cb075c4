package io.auralis.contracts.taste;

/** The Kafka topics that services share, by name; ingest-service writes them, aggregator reads them. */
public final class Topics {
    /** {@link ReportRecord} as canonical JSON, key = report id, compacted. */
    public static final String TASTE_REPORTS = "taste-reports.v1";

    /** {@link Rejection} as canonical JSON, without a key: refused documents by reason code, never their content. */
    public static final String REJECTED = "taste-reports.rejected.v1";

    /** Partitions of {@link #TASTE_REPORTS}: the most aggregator instances that can share the work. */
    public static final int PARTITIONS = 6;

    private Topics() {}
}
