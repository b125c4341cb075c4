package io.auralis.ingest.problem;

import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.problem.ProblemCode;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What the framework refuses, and what fails unexpectedly, in the same form as every other refusal. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response refusedByTheFramework(WebApplicationException refused, UriInfo uri) {
        int status = refused.getResponse().getStatus();
        if (status >= 500) {
            return unexpected(refused);
        }
        Response.ResponseBuilder response = Problems.response(Problem.of(code(status)));
        if (status == 405) {
            response.header(HttpHeaders.ALLOW, methodOf(uri.getPath()));
        }
        return response.build();
    }

    /** RFC 9110, 15.5.6: a 405 says what is allowed. The framework does not tell; there are four resources here. */
    private static String methodOf(String path) {
        if (path.endsWith("/private-token-issuer-directory")) {
            return HttpMethod.GET;
        }
        return path.endsWith("/reports") || path.endsWith("/tokens") ? HttpMethod.POST : HttpMethod.DELETE;
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure) {
        LOG.error("request failed", WithoutMessages.of(failure));
        return Problems.response(Problem.of(ProblemCode.INTERNAL)).build();
    }

    private static ProblemCode code(int status) {
        return switch (status) {
            case 404 -> ProblemCode.NOT_FOUND;
            case 405 -> ProblemCode.METHOD_NOT_ALLOWED;
            case 413 -> ProblemCode.TOO_LARGE;
            case 415 -> ProblemCode.UNSUPPORTED_MEDIA_TYPE;
            default -> ProblemCode.INVALID_REQUEST;
        };
    }
}
