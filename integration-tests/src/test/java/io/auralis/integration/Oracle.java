package io.auralis.integration;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.integration.Load.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What PostgreSQL must hold after a load, from the acknowledged steps alone and by other means than the aggregator's:
 * the highest number per report id, then one addition per figure under the name it has in the table's document.
 */
final class Oracle {
    private static final List<String> BUCKETS = List.of("5-9", "10-19", "20-49", "50+");

    private Oracle() {}

    /** Every count above zero, by cohort and path in the cohort's document. */
    static Map<String, Long> counts(Load load, List<Step> acknowledged) {
        Map<Integer, Step> newest = new HashMap<>();
        acknowledged.forEach(
                step -> newest.merge(step.owner(), step, (one, other) -> one.number() >= other.number() ? one : other));
        Map<String, Long> counts = new TreeMap<>();
        newest.values().stream()
                .filter(step -> !step.isWithdrawal())
                .forEach(step -> add(
                        counts,
                        load.secret(step.owner()).reportId(),
                        load.submission(step).get("report")));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static void add(Map<String, Long> counts, String id, JsonNode report) {
        String fold = Long.parseLong(id.substring(0, 8), 16) % 5 == 0 ? "heldOut" : "train";
        String at = String.join(
                        "/",
                        report.get("baseModel").asText(),
                        report.get("recordingType").asText().toLowerCase(Locale.ROOT),
                        report.get("gearClass").asText(),
                        report.get("hearingClass").asText(),
                        report.get("month").asText())
                + " " + fold;
        plus(counts, at + "/contributors", 1);
        plus(counts, at + "/tracks/" + BUCKETS.indexOf(report.get("tracks").asText()), 1);
        array(counts, at + "/ratings", report.get("ratings"));
        report.get("features")
                .fields()
                .forEachRemaining(feature -> array(counts, at + "/features/" + feature.getKey(), feature.getValue()));
        report.get("dimensions")
                .fields()
                .forEachRemaining(
                        dimension -> tally(counts, at + "/dimensions/" + dimension.getKey(), dimension.getValue()));
    }

    private static void tally(Map<String, Long> counts, String at, JsonNode tally) {
        int more = tally.get("more").asInt();
        int fine = tally.get("fine").asInt();
        int less = tally.get("less").asInt();
        plus(counts, at + "/asks/0", more);
        plus(counts, at + "/asks/1", fine);
        plus(counts, at + "/asks/2", less);
        if (more + fine + less > 0) {
            plus(counts, at + "/voices/" + (more > less && more > fine ? 0 : less > more && less > fine ? 2 : 1), 1);
        }
        plus(counts, at + "/deltas/" + tally.get("deltaSteps").asInt(), 1);
    }

    private static void array(Map<String, Long> counts, String at, JsonNode values) {
        for (int index = 0; index < values.size(); index++) {
            plus(counts, at + "/" + index, values.get(index).asInt());
        }
    }

    private static void plus(Map<String, Long> counts, String at, long more) {
        counts.merge(at, more, Long::sum);
    }
}
