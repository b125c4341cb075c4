package io.auralis.contracts.taste;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The headers of a record on a topic: CloudEvents 1.0 in the binary content mode of its Kafka protocol binding (section
 * 3.2), so that a reader knows what a record is before he parses it. They tell nothing that key and value do not:
 *
 * <ul>
 *   <li>{@code ce_source} is the kind of service, the same for all instances;
 *   <li>{@code ce_id} of a report is its id and number, so that a repetition is the same event, as the specification
 *       wants it; of a rejection it is drawn at random, since nothing of the document may be kept;
 *   <li>{@code ce_time}, which is optional, is left out: the record's timestamp has the day, and a finer time could be
 *       joined with a network's records.
 * </ul>
 *
 * @param type {@code ce_type}: what happened
 * @param source {@code ce_source}
 * @param id {@code ce_id}, unique per source and event
 */
public record EventHeaders(String type, String source, String id) {
    /** {@code ce_type} of a tombstone that the aggregator wrote. */
    public static final String EXPIRED = "io.auralis.report.expired.v1";

    private static final String INGEST = "/auralis/ingest-service";
    private static final String AGGREGATOR = "/auralis/aggregator";

    /** Of {@link Topics#TASTE_REPORTS}. */
    public static EventHeaders of(ReportRecord record) {
        return new EventHeaders(
                record.withdrawn() ? "io.auralis.report.withdrawn.v1" : "io.auralis.report.stored.v1",
                INGEST,
                record.id() + "/" + record.number());
    }

    /** Of {@link Topics#REJECTED}. */
    public static EventHeaders ofRejection(UUID random) {
        return new EventHeaders("io.auralis.report.rejected.v1", INGEST, random.toString());
    }

    /** Of the aggregator's tombstones on {@link Topics#TASTE_REPORTS}, which take an expired report from it. */
    public static EventHeaders ofExpiry(String reportId) {
        return new EventHeaders(EXPIRED, AGGREGATOR, reportId + "/expired");
    }

    /** Of the aggregator's dead letters: the id is the place of the record that could not be counted. */
    public static EventHeaders ofDeadLetter(String topic, int partition, long offset) {
        return new EventHeaders("io.auralis.report.uncountable.v1", AGGREGATOR, topic + "/" + partition + "/" + offset);
    }

    /** By name, in UTF-8 on the wire. */
    public Map<String, String> byName() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_type", type);
        headers.put("ce_source", source);
        headers.put("ce_id", id);
        headers.put("content-type", "application/json");
        return headers;
    }
}
