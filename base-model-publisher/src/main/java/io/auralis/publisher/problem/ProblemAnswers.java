package io.auralis.publisher.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.auralis.contracts.problem.DatabaseOutage;
import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.problem.ProblemCode;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps what a resource throws to a problem. */
final class ProblemAnswers {
    private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);

    /** About as long as a restart of the database. */
    private static final int RETRY_SECONDS = 10;

    @ServerExceptionMapper
    Response refused(RefusedException refusal) {
        if (refusal.code().status() >= 500) {
            LOG.error("request failed", refusal);
        }
        return answer(Problem.of(refusal.code(), List.of(String.valueOf(refusal.getMessage()))))
                .build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated() {
        return answer(Problem.of(ProblemCode.UNAUTHENTICATED))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Auralis\", charset=\"UTF-8\"")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException denied) {
        return answer(Problem.of(ProblemCode.FORBIDDEN)).build();
    }

    /** JSON that does not fit the request's record; only a sentence of ours is repeated, never the input. */
    @ServerExceptionMapper
    Response notTheExpectedForm(JsonMappingException mismatch) {
        Throwable cause = mismatch.getCause();
        List<String> sentence =
                mismatch instanceof ValueInstantiationException && cause instanceof IllegalArgumentException
                        ? List.of(String.valueOf(cause.getMessage()))
                        : List.of();
        return answer(Problem.of(ProblemCode.INVALID_REQUEST, sentence)).build();
    }

    /** Quarkus answers this kind by itself, in another form, unless its own class is named. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException mismatch) {
        return notTheExpectedForm(mismatch);
    }

    @ServerExceptionMapper
    Response notJson(JsonParseException failure) {
        return answer(Problem.of(ProblemCode.MALFORMED_JSON)).build();
    }

    @ServerExceptionMapper
    Response refusedByTheFramework(WebApplicationException failure) {
        int status = failure.getResponse().getStatus();
        if (failure.getCause() instanceof JsonMappingException mismatch) {
            return notTheExpectedForm(mismatch);
        }
        if (failure.getCause() instanceof JsonParseException broken) {
            return notJson(broken);
        }
        ProblemCode code = switch (status) {
            case 401 -> ProblemCode.UNAUTHENTICATED;
            case 403 -> ProblemCode.FORBIDDEN;
            case 404 -> ProblemCode.NOT_FOUND;
            case 413 -> ProblemCode.TOO_LARGE;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            default -> status < 500 ? ProblemCode.INVALID_REQUEST : ProblemCode.INTERNAL;
        };
        Problem named = Problem.of(code);
        // The status stays the framework's (405, 406), which the code's own would hide.
        return answer(new Problem(named.type(), named.title(), status, named.code(), List.of()))
                .build();
    }

    /** That the database is away, readiness tells; a line for each request would add nothing. */
    @ServerExceptionMapper
    Response failed(Throwable failure) {
        if (DatabaseOutage.isBehind(failure)) {
            return answer(Problem.of(ProblemCode.DATABASE_UNAVAILABLE))
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                    .build();
        }
        LOG.error("request failed", failure);
        return answer(Problem.of(ProblemCode.INTERNAL)).build();
    }

    private static Response.ResponseBuilder answer(Problem problem) {
        return Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
    }
}
