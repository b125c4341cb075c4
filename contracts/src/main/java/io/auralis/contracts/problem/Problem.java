package io.auralis.contracts.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A refused request as RFC 9457 {@code application/problem+json}, with our stable code and, for a document, its
 * violations. Never quotes the input.
 *
 * @param type a URN of the code
 * @param title the code's sentence
 * @param status the HTTP status
 * @param code stable, see {@link ProblemCode}
 * @param violations places and rules that the document breaks; empty where there is none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String code, List<String> violations) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        violations = violations == null ? List.of() : List.copyOf(violations);
    }

    public static Problem of(ProblemCode code) {
        return of(code, List.of());
    }

    public static Problem of(ProblemCode code, List<String> violations) {
        return new Problem("urn:auralis:problem:" + code.code(), code.title(), code.status(), code.code(), violations);
    }
}
