package io.auralis.contracts.fingerprint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import java.util.EnumMap;
import java.util.Map;

/**
 * Reads a fingerprint file of a known schema: {@code fingerprint/1}, or {@code legacy-2025}, whose figures are converted
 * to true units. A file that names no schema, or another one, is refused: a centroid without a unit was the original's
 * great mistake.
 */
public final class FingerprintReader {
    public static final String LEGACY_SCHEMA = "legacy-2025";

    /**
     * The original divided the centroid in Hz by 8,000 to store it and multiplied by 20,000 to report it
     * (reference/auralis-original.md section 0), so a true Hz is a reported one times 8,000/20,000.
     */
    static final double LEGACY_CENTROID_FACTOR = 0.4;

    private FingerprintReader() {}

    /**
     * @throws IllegalArgumentException with one sentence that names what is wrong
     */
    public static Fingerprint read(String json) {
        JsonNode root;
        try {
            root = Json.mapper().readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the fingerprint is not JSON"
                            + (e.getLocation() == null
                                    ? ""
                                    : " (line " + e.getLocation().getLineNr() + ", column "
                                            + e.getLocation().getColumnNr() + ")"),
                    e);
        }
        String schema = root.path("schema").asText("");
        if (!root.path("values").isObject()) {
            throw new IllegalArgumentException("the fingerprint has no \"values\" object");
        }
        JsonNode values = root.get("values");
        return switch (schema) {
            case Fingerprint.SCHEMA -> Fingerprint.of(current(values));
            case LEGACY_SCHEMA -> Fingerprint.of(legacy(values));
            case "" ->
                throw new IllegalArgumentException(
                        "the fingerprint names no schema, so its units are unknown; expected \"" + Fingerprint.SCHEMA
                                + "\" or \"" + LEGACY_SCHEMA + "\"");
            default ->
                throw new IllegalArgumentException("unknown fingerprint schema \"" + schema + "\"; expected \""
                        + Fingerprint.SCHEMA + "\" or \"" + LEGACY_SCHEMA + "\"");
        };
    }

    private static Map<FingerprintDimension, Double> current(JsonNode values) {
        Map<FingerprintDimension, Double> read = new EnumMap<>(FingerprintDimension.class);
        values.fields()
                .forEachRemaining(entry ->
                        read.put(FingerprintDimension.parse(entry.getKey()), number(entry.getKey(), entry.getValue())));
        return read;
    }

    private static Map<FingerprintDimension, Double> legacy(JsonNode values) {
        Map<FingerprintDimension, Double> read = new EnumMap<>(FingerprintDimension.class);
        values.fields().forEachRemaining(entry -> {
            double value = number(entry.getKey(), entry.getValue());
            switch (entry.getKey()) {
                case "centroid_hz" -> read.put(FingerprintDimension.SPECTRAL_CENTROID, value * LEGACY_CENTROID_FACTOR);
                case "bass_to_mid_db" -> read.put(FingerprintDimension.BASS_MID_RATIO, value);
                case "stereo_width" -> read.put(FingerprintDimension.STEREO_WIDTH, value);
                case "crest_db" -> read.put(FingerprintDimension.CREST_DB, value);
                default ->
                    throw new IllegalArgumentException("unknown " + LEGACY_SCHEMA + " value \"" + entry.getKey()
                            + "\"; known are centroid_hz, bass_to_mid_db, stereo_width, crest_db");
            }
        });
        return read;
    }

    private static double number(String key, JsonNode value) {
        if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
            throw new IllegalArgumentException(key + " must be a finite number but is " + value);
        }
        return value.asDouble();
    }
}
