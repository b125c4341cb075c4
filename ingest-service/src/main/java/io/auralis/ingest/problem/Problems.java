package io.auralis.ingest.problem;

import io.auralis.contracts.json.Json;
import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.problem.ProblemCode;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** Problems as HTTP responses (RFC 9457). */
public final class Problems {
    private Problems() {}

    public static Response.ResponseBuilder response(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(Json.canonical(problem));
    }

    /**
     * It cannot be done now.
     *
     * @param code of status 503 or 429
     * @param retryAfter rounded up to whole seconds, 1 at least
     */
    public static Response unavailable(ProblemCode code, Duration retryAfter) {
        return response(Problem.of(code))
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Math.max(1, retryAfter.plusMillis(999).toSeconds()))
                .build();
    }
}
