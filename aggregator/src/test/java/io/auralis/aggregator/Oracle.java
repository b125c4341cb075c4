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
    private final Map<String, byte[]> newest = new HashMap<>();
    private final Map<String, Long> counts = new HashMap<>();

    void acknowledged(byte[] value) {
        JsonNode record = tree(value);
        byte[] before = newest.get(record.get("id").asText());
        if (before != null) {
            JsonNode known = tree(before);
            if (known.get("number").asLong() >= record.get("number").asLong()) {
                return;
            }
            add(known, -1);
        }
        newest.put(record.get("id").asText(), value);
        add(record, 1);
    }

    /** What is left of each figure; none is zero. */
    SortedMap<String, Long> counts() {
        SortedMap<String, Long> left = new TreeMap<>(counts);
        left.values().removeIf(count -> count == 0);
        return left;
    }

    private void add(JsonNode record, long sign) {
        JsonNode report = record.get("report");
        if (report == null) {
            return;
        }
        String cohort = report.get("baseModel").asText() + "/"
                + report.get("recordingType").asText().toLowerCase(Locale.ROOT) + "/"
                + report.get("gearClass").asText() + "/"
                + report.get("hearingClass").asText() + "/"
                + report.get("month").asText();
        add(counts, cohort + " contributors", sign);
        for (int i = 0; i < 5; i++) {
            add(
                    counts,
                    cohort + " rating " + i,
                    sign * report.get("ratings").get(i).asLong());
        }
        report.get("features").fields().forEachRemaining(feature -> {
            for (int bin = 0; bin < feature.getValue().size(); bin++) {
                add(
                        counts,
                        cohort + " " + feature.getKey() + " " + bin,
                        sign * feature.getValue().get(bin).asLong());
            }
        });
        report.get("dimensions").fields().forEachRemaining(dimension -> {
            String name = cohort + " " + dimension.getKey();
            JsonNode tally = dimension.getValue();
            add(counts, name + " asks 0", sign * tally.get("more").asLong());
            add(counts, name + " asks 1", sign * tally.get("fine").asLong());
            add(counts, name + " asks 2", sign * tally.get("less").asLong());
            add(counts, name + " delta " + tally.get("deltaSteps").asInt(), sign);
        });
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

    private static void add(Map<String, Long> counts, String name, long amount) {
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
