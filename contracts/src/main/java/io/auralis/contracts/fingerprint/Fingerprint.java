package io.auralis.contracts.fingerprint;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a track measures, in physical units (design section 3). A fingerprint of a track holds all 25 dimensions; one
 * imported from the original's figures holds only those that it gave.
 *
 * @param schema always {@value #SCHEMA}: two versions are never compared silently
 * @param values finite numbers, iterated in canonical order
 */
public record Fingerprint(String schema, Map<FingerprintDimension, Double> values) {
    public static final String SCHEMA = "fingerprint/1";

    @JsonCreator
    public Fingerprint {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException(
                    "fingerprint schema must be \"" + SCHEMA + "\" but is \"" + schema + "\"");
        }
        if (values == null || values.isEmpty()) {
            throw new IllegalArgumentException("a fingerprint needs values");
        }
        Map<FingerprintDimension, Double> copy = new EnumMap<>(FingerprintDimension.class);
        values.forEach((dimension, value) -> {
            if (value == null || !Double.isFinite(value)) {
                throw new IllegalArgumentException(dimension.key() + " must be a finite number but is " + value);
            }
            copy.put(dimension, value);
        });
        values = Collections.unmodifiableMap(copy);
    }

    public static Fingerprint of(Map<FingerprintDimension, Double> values) {
        return new Fingerprint(SCHEMA, values);
    }

    public boolean has(FingerprintDimension dimension) {
        return values.containsKey(dimension);
    }

    /**
     * The value of one dimension, in its unit.
     *
     * @throws IllegalArgumentException if this fingerprint lacks it
     */
    public double value(FingerprintDimension dimension) {
        Double value = values.get(dimension);
        if (value == null) {
            throw new IllegalArgumentException("the fingerprint has no " + dimension.key());
        }
        return value;
    }
}
