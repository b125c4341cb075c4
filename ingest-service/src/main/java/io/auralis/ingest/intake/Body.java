package io.auralis.ingest.intake;

import io.auralis.contracts.problem.ProblemCode;
import java.util.List;

/**
 * What a request's body was. Sealed, since each kind is answered in its own form.
 *
 * @param <T> what was made of each document
 */
sealed interface Body<T> {
    /** One document. */
    record One<T>(T document) implements Body<T> {}

    /** A JSON array of documents, at least one. */
    record Batch<T>(List<T> documents) implements Body<T> {}

    /** Nothing that can be answered document by document. */
    record Unreadable<T>(ProblemCode code, String rule) implements Body<T> {}
}
