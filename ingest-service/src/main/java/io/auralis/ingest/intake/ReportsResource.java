package io.auralis.ingest.intake;

import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.ReportHeaders;
import io.auralis.contracts.taste.ReportVerdict;
import io.auralis.ingest.problem.Problems;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/reports}; META-INF/openapi.json describes it. Each request has a worker thread, also where the JVM has
 * virtual ones: Quarkus refuses to build {@code @RunOnVirtualThread} for Java 17, the oldest that this project runs on.
 */
@Path("/v1/reports")
@Blocking
final class ReportsResource {
    /** RFC 4918, 11.1: the parts of the request have different outcomes. */
    private static final int MULTI_STATUS = 207;

    private final Intake intake;
    private final IntakeSettings settings;

    ReportsResource(Intake intake, IntakeSettings settings) {
        this.intake = intake;
        this.settings = settings;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response submit(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long length,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
            InputStream body) {
        // The framework refuses another type, but lets none at all pass.
        if (type == null) {
            return response(intake.refuse(ProblemCode.UNSUPPORTED_MEDIA_TYPE, List.of("the body has a content type")));
        }
        Optional<Coding> coding = Coding.of(encoding);
        if (coding.isEmpty()) {
            return response(intake.refuse(ProblemCode.UNSUPPORTED_MEDIA_TYPE, List.of("a body is plain or gzip")));
        }
        int limit = Math.toIntExact(settings.bodyLimit().asLongValue());
        if (length != null && length > limit) {
            return response(intake.refuse(ProblemCode.TOO_LARGE, List.of("a body has at most " + limit + " bytes")));
        }
        try {
            return response(intake.submit(body.readNBytes(limit + 1), coding.get()));
        } catch (IOException e) {
            // The client went away, and nobody reads the answer.
            return response(intake.refuse(ProblemCode.MALFORMED_JSON, List.of("the body is whole")));
        }
    }

    @DELETE
    @Path("/{id}")
    public Response withdraw(
            @PathParam("id") String id,
            @HeaderParam(ReportHeaders.SECRET) List<String> secrets,
            @HeaderParam(ReportHeaders.NUMBER) List<String> numbers) {
        return response(intake.withdraw(id, secrets, numbers));
    }

    private Response response(Answer answer) {
        if (answer instanceof Answer.Accepted accepted) {
            return json(ReportVerdict.ACCEPTED, accepted.verdict().text());
        }
        if (answer instanceof Answer.EachOnItsOwn batch) {
            boolean allAccepted =
                    batch.verdicts().stream().allMatch(verdict -> verdict.status() == ReportVerdict.ACCEPTED);
            return json(allAccepted ? ReportVerdict.ACCEPTED : MULTI_STATUS, text(batch.verdicts()));
        }
        if (answer instanceof Answer.Refused refused) {
            return refusal(refused);
        }
        return Problems.unavailable(settings.retryAfter());
    }

    private static Response refusal(Answer.Refused refused) {
        Response.ResponseBuilder response = Problems.response(refused.problem());
        // Whatever else of the body is on its way is not read; RFC 9110, 15.5.14.
        boolean unread = refused.problem().code().equals(ProblemCode.TOO_LARGE.code());
        return (unread ? response.header("Connection", "close") : response).build();
    }

    private static String text(List<ReportVerdict> verdicts) {
        return verdicts.stream().map(ReportVerdict::text).collect(Collectors.joining(",", "[", "]"));
    }

    private static Response json(int status, String body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body.getBytes(StandardCharsets.UTF_8))
                .build();
    }
}
