package io.auralis.contracts.taste;

import io.auralis.contracts.problem.ProblemCode;

/**
 * The value of a record on {@link Topics#REJECTED}: that a document was refused and why, nothing of the document.
 *
 * @param schema always {@value #SCHEMA}
 * @param code why
 */
public record Rejection(String schema, ProblemCode code) {
    public static final String SCHEMA = "rejection/1";

    public Rejection {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("rejection schema must be \"" + SCHEMA + "\"");
        }
        if (code == null) {
            throw new IllegalArgumentException("a rejection needs its code");
        }
    }

    public static Rejection of(ProblemCode code) {
        return new Rejection(SCHEMA, code);
    }
}
