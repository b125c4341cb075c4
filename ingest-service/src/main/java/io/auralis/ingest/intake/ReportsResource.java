package io.auralis.ingest.intake;

import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.ReportHeaders;
import io.auralis.contracts.taste.ReportVerdict;
import io.auralis.ingest.problem.Problems;
import io.auralis.ingest.reception.Reception;
import io.auralis.ingest.reception.Unreceived;
import io.auralis.ingest.redemption.Redemption;
import io.auralis.tokens.PrivateTokenScheme;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/reports}; META-INF/openapi.json describes it. A body is taken in on the event loop, read and decided on a
 * worker thread, and answered from the producer's acknowledgement: no thread waits for a client or for the broker.
 */
@Path("/v1/reports")
@NonBlocking
final class ReportsResource {
    /** RFC 4918, 11.1: the parts of the request have different outcomes. */
    private static final int MULTI_STATUS = 207;

    private static final Set<String> UNREAD = Set.of(ProblemCode.TOO_LARGE.code(), ProblemCode.TOO_SLOW.code());

    private final Intake intake;
    private final Redemption redemption;
    private final IntakeSettings settings;
    private final Reception reception;
    private final CurrentVertxRequest current;

    ReportsResource(
            Intake intake,
            Redemption redemption,
            IntakeSettings settings,
            Reception reception,
            CurrentVertxRequest current) {
        this.intake = intake;
        this.redemption = redemption;
        this.settings = settings;
        this.reception = reception;
        this.current = current;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public CompletionStage<Response> submit(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long length,
            @HeaderParam(HttpHeaders.CONTENT_ENCODING) @Nullable String encoding,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        HttpServerRequest request = current.getCurrent().request();
        int limit = limit();
        // The framework refuses another type, but lets none at all pass.
        if (type == null) {
            return refused(request, ProblemCode.UNSUPPORTED_MEDIA_TYPE, "the body has a content type");
        }
        Optional<Coding> coding = Coding.of(encoding);
        if (coding.isEmpty()) {
            return refused(request, ProblemCode.UNSUPPORTED_MEDIA_TYPE, "a body is plain or gzip");
        }
        if (length != null && length > limit) {
            return refused(request, ProblemCode.TOO_LARGE, "a body has at most " + limit + " bytes");
        }
        String token = authorization == null
                ? null
                : PrivateTokenScheme.tokenIn(authorization).orElse(null);
        return reception
                .receive(
                        request,
                        limit,
                        (body, room) -> intake.submit(body, coding.get(), token, room),
                        this::unreceived)
                .thenApply(this::response);
    }

    private Answer unreceived(Unreceived why) {
        return switch (why) {
            case NO_ROOM -> new Answer.Overloaded();
            case TOO_LONG -> intake.refuse(ProblemCode.TOO_LARGE, List.of("a body has at most " + limit() + " bytes"));
            case TOO_SLOW ->
                intake.refuse(
                        ProblemCode.TOO_SLOW,
                        List.of("a body is whole within "
                                + reception.readTimeout().toSeconds() + " s"));
            case GONE -> intake.refuse(ProblemCode.MALFORMED_JSON, List.of("the body is whole"));
        };
    }

    private int limit() {
        return Math.toIntExact(settings.bodyLimit().asLongValue());
    }

    @DELETE
    @Path("/{id}")
    public CompletionStage<Response> withdraw(
            @PathParam("id") String id,
            @HeaderParam(ReportHeaders.SECRET) List<String> secrets,
            @HeaderParam(ReportHeaders.NUMBER) List<String> numbers) {
        HttpServerRequest request = current.getCurrent().request();
        return reception
                .work(request, () -> intake.withdraw(id, secrets, numbers), this::unreceived)
                .thenApply(this::response);
    }

    /** Answers at once, and drops the body as it comes. */
    private CompletionStage<Response> refused(HttpServerRequest request, ProblemCode code, String rule) {
        reception.drop(request);
        return CompletableFuture.completedFuture(response(intake.refuse(code, List.of(rule))));
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
        return Problems.unavailable(
                answer instanceof Answer.TryAgainLater later ? later.why() : ProblemCode.OVERLOADED,
                settings.retryAfter());
    }

    private Response refusal(Answer.Refused refused) {
        Response.ResponseBuilder response = Problems.response(refused.problem());
        if (refused.problem().status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            redemption.challenge().ifPresent(challenge -> response.header(HttpHeaders.WWW_AUTHENTICATE, challenge));
        }
        // Whatever else of the body is on its way is not read; RFC 9110, 15.5.14.
        boolean unread = UNREAD.contains(refused.problem().code());
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
