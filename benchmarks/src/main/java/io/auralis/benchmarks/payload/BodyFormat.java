package io.auralis.benchmarks.payload;

import io.auralis.contracts.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** How an endpoint wants reports in a request's body; the reports are the same in each. */
public enum BodyFormat {
    /** ingest-service: one submission, or a JSON array of them. */
    SUBMISSIONS("application/json") {
        @Override
        public byte[] body(SampleReports reports, List<Integer> contributors) {
            return contributors.size() == 1
                    ? reports.submission(contributors.get(0)).bytes()
                    : Json.canonical(
                            contributors.stream().map(reports::submission).toList());
        }
    },
    /** The bare endpoint: records line by line, the very bytes that ingest-service writes to the topic. */
    LINES("application/octet-stream") {
        @Override
        public byte[] body(SampleReports reports, List<Integer> contributors) {
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            for (int contributor : contributors) {
                lines.writeBytes(Json.canonical(reports.record(contributor)));
                if (contributors.size() > 1) {
                    lines.write('\n');
                }
            }
            return lines.toByteArray();
        }
    },
    /** A bridge that takes {@code POST /topics/T} with records of key and JSON value. */
    BRIDGE_RECORDS("application/vnd.kafka.json.v2+json") {
        @Override
        public byte[] body(SampleReports reports, List<Integer> contributors) {
            List<Map<String, Object>> records = contributors.stream()
                    .map(reports::record)
                    .map(record -> Map.<String, Object>of("key", record.id(), "value", record))
                    .toList();
            return Json.canonicalText(Map.of("records", records)).getBytes(StandardCharsets.UTF_8);
        }
    };

    private final String contentType;

    BodyFormat(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /** The body with the reports of some contributors, at least one. */
    public abstract byte[] body(SampleReports reports, List<Integer> contributors);
}
