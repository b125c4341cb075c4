package io.auralis.integration;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** The aggregator's table of cohort states, read as {@link Oracle} speaks. */
final class CohortTable {
    private CohortTable() {}

    /** Every count above zero, by cohort and path in the cohort's document. */
    static Map<String, Long> counts(Connection database) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        try (ResultSet rows =
                database.createStatement().executeQuery("select cohort, document::text from aggregator.cohort_state")) {
            while (rows.next()) {
                byte[] document = rows.getString(2).getBytes(StandardCharsets.UTF_8);
                flatten(rows.getString(1) + " ", Json.read(document, JsonNode.class), counts);
            }
        }
        return counts;
    }

    private static void flatten(String at, JsonNode node, Map<String, Long> counts) {
        if (node.isNumber() && node.asLong() > 0) {
            counts.merge(at.substring(0, at.length() - 1), node.asLong(), Long::sum);
        }
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            flatten(at + index + "/", node.get(index), counts);
        }
        node.fields().forEachRemaining(field -> flatten(at + field.getKey() + "/", field.getValue(), counts));
    }
}
