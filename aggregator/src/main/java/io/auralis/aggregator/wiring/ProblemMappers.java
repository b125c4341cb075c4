package io.auralis.aggregator.wiring;

import io.auralis.aggregator.candidate.RefusedException;
import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.problem.ProblemCode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What is refused, and what fails, as problem documents. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    public Response refusedByTheFramework(WebApplicationException refused) {
        return switch (refused.getResponse().getStatus()) {
            case 404 -> response(ProblemCode.NOT_FOUND);
            case 405 -> response(ProblemCode.METHOD_NOT_ALLOWED);
            default ->
                refused.getResponse().getStatus() < 500 ? response(ProblemCode.INVALID_REQUEST) : unexpected(refused);
        };
    }

    @ServerExceptionMapper
    public Response refused(RefusedException refused) {
        return response(refused.code());
    }

    /** For instance while the database is away, which readiness tells. */
    @ServerExceptionMapper
    public Response unexpected(Throwable failure) {
        LOG.error("Request failed", failure);
        return response(ProblemCode.INTERNAL);
    }

    private static Response response(ProblemCode code) {
        return Response.status(code.status())
                .type(Problem.MEDIA_TYPE)
                .entity(Problem.of(code))
                .build();
    }
}
