package io.auralis.contracts.basemodel;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import java.util.Map;

/**
 * A track whose recording type is known. The cases of a model travel in its bundle: a change of the model that gives one
 * of them another answer than its type is a mistake, and how often the answers are right calibrates the confidence.
 *
 * @param id stable name, lower-case words joined by hyphens; never of a listener's track
 * @param type what it is; UNKNOWN where no profile is meant to recognise it
 * @param values the dimensions that the model's rules look at, in their units (schema {@code fingerprint/1})
 * @param origin measured where, or simulated around what, in words
 */
public record LabelledCase(String id, RecordingType type, Map<FingerprintDimension, Double> values, String origin) {
    public LabelledCase {
        if (id == null || !id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a labelled case's id is lower-case words joined by hyphens");
        }
        if (type == null || origin == null) {
            throw new IllegalArgumentException("labelled case " + id + " needs its type and origin");
        }
        values = Fingerprint.of(values).values();
    }

    /** The case as a fingerprint of what is known of it. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(values);
    }
}
