package io.auralis.aggregator.wiring;

import io.auralis.aggregator.candidate.RefusedException;
import io.auralis.aggregator.replay.ReplayException;
import io.auralis.contracts.problem.DatabaseOutage;
import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.problem.ProblemCode;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What is refused, and what fails, as problem documents. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    /** About as long as a restart of broker or database. */
    private static final int RETRY_SECONDS = 10;

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
    public Response notReplayed(ReplayException away) {
        return later(ProblemCode.TOPIC_UNAVAILABLE);
    }

    @ServerExceptionMapper
    public Response refused(RefusedException refused) {
        return response(refused.code());
    }

    /** That the database is away, readiness tells; a line for each request would add nothing. */
    @ServerExceptionMapper
    public Response unexpected(Throwable failure) {
        if (DatabaseOutage.isBehind(failure)) {
            return later(ProblemCode.DATABASE_UNAVAILABLE);
        }
        LOG.error("Request failed", failure);
        return response(ProblemCode.INTERNAL);
    }

    private static Response later(ProblemCode code) {
        return problem(code).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build();
    }

    private static Response response(ProblemCode code) {
        return problem(code).build();
    }

    private static Response.ResponseBuilder problem(ProblemCode code) {
        return Response.status(code.status()).type(Problem.MEDIA_TYPE).entity(Problem.of(code));
    }
}
