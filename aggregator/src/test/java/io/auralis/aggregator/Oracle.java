package io.auralis.aggregator;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts acknowledged records the plainest way, with nothing of the aggregator's: the highest number per id, then figures
 * by their names. {@link #ofDocument} brings what PostgreSQL has into the same names.
 */
final class Oracle {
    private final Map<String, JsonNode> newest = new HashMap<>();

    void acknowledged(byte[] value) {
        JsonNode record = tree(value);
        newest.merge(
                record.get("id").asText(),
                record,
                (known, next) ->
                        next.get("number").asLong() > known.get("number").asLong() ? next : known);
    }

    SortedMap<String, Long> counts() {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (JsonNode record : newest.values()) {
            JsonNode report = record.get("report");
            if (report == null) {
                continue;
            }
            String cohort = report.get("baseModel").asText() + "/"
                    + report.get("recordingType").asText().toLowerCase(Locale.ROOT) + "/"
                    + report.get("gearClass").asText() + "/"
                    + report.get("hearingClass").asText() + "/"
                    + report.get("month").asText();
            add(counts, cohort + " contributors", 1);
            for (int i = 0; i < 5; i++) {
                add(
                        counts,
                        cohort + " rating " + i,
                        report.get("ratings").get(i).asLong());
            }
            report.get("features").fields().forEachRemaining(feature -> {
                for (int bin = 0; bin < feature.getValue().size(); bin++) {
                    add(
                            counts,
                            cohort + " " + feature.getKey() + " " + bin,
                            feature.getValue().get(bin).asLong());
                }
            });
            report.get("dimensions").fields().forEachRemaining(dimension -> {
                String name = cohort + " " + dimension.getKey();
                add(counts, name + " asks 0", dimension.getValue().get("more").asLong());
                add(counts, name + " asks 1", dimension.getValue().get("fine").asLong());
                add(counts, name + " asks 2", dimension.getValue().get("less").asLong());
                add(
                        counts,
                        name + " delta "
                                + dimension.getValue().get("deltaSteps").asInt(),
                        1);
            });
        }
        return counts;
    }

    /** Adds what a row of PostgreSQL says of a cohort. */
    static void ofDocument(SortedMap<String, Long> counts, String cohort, byte[] document) {
        for (JsonNode fold : tree(document)) {
            add(counts, cohort + " contributors", fold.get("contributors").asLong());
            for (int i = 0; i < 5; i++) {
                add(counts, cohort + " rating " + i, fold.get("ratings").get(i).asLong());
            }
            fold.get("features").fields().forEachRemaining(feature -> {
                for (int bin = 0; bin < feature.getValue().size(); bin++) {
                    add(
                            counts,
                            cohort + " " + feature.getKey() + " " + bin,
                            feature.getValue().get(bin).asLong());
                }
            });
            fold.get("dimensions").fields().forEachRemaining(dimension -> {
                String name = cohort + " " + dimension.getKey();
                for (int i = 0; i < 3; i++) {
                    add(
                            counts,
                            name + " asks " + i,
                            dimension.getValue().get("asks").get(i).asLong());
                }
                Iterator<Map.Entry<String, JsonNode>> deltas =
                        dimension.getValue().get("deltas").fields();
                deltas.forEachRemaining(delta -> add(
                        counts,
                        name + " delta " + delta.getKey(),
                        delta.getValue().asLong()));
            });
        }
    }

    private static void add(SortedMap<String, Long> counts, String name, long amount) {
        if (amount != 0) {
            counts.merge(name, amount, Long::sum);
        }
    }

    private static JsonNode tree(byte[] json) {
        try {
            return Json.mapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
