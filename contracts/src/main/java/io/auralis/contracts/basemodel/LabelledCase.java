package io.auralis.contracts.basemodel;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A track whose recording type is known. The cases of a model travel in its bundle: a change of the model that gives one
 * of them another answer than its type is a mistake, and how often the answers are right calibrates the confidence.
 *
 * @param id stable name, lower-case words joined by hyphens; never of a listener's track
 * @param type what it is; UNKNOWN where no profile is meant to recognise it
 * @param values the dimensions that the model's rules look at, in their units (schema {@code fingerprint/1})
 * @param origin measured where, or simulated around what, in words
 * @param control true if it is of no type only because no profile was made for it: it counts when confidence is calibrated,
 *     and a new profile may recognise it without breaking anything; such a case is UNKNOWN;
 *     else absent
 */
public record LabelledCase(
        String id,
        RecordingType type,
        Map<FingerprintDimension, Double> values,
        String origin,
        @Nullable Boolean control) {
    public LabelledCase {
        if (id == null || !id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a labelled case's id is lower-case words joined by hyphens");
        }
        if (type == null || origin == null) {
            throw new IllegalArgumentException("labelled case " + id + " needs its type and origin");
        }
        control = Boolean.TRUE.equals(control) ? true : null;
        if (control != null && type != RecordingType.UNKNOWN) {
            throw new IllegalArgumentException("labelled case " + id + " is a control, so it is of no type");
        }
        values = Fingerprint.of(values).values();
    }

    /** A case that every change of the model must still answer right. */
    public LabelledCase(String id, RecordingType type, Map<FingerprintDimension, Double> values, String origin) {
        this(id, type, values, origin, null);
    }

    /** Whether it is a control. */
    public boolean onlyCalibrates() {
        return control != null;
    }

    /** The case as a fingerprint of what is known of it. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(values);
    }
}
