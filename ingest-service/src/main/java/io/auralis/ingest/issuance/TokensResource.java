package io.auralis.ingest.issuance;

import io.auralis.contracts.json.Json;
import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.ingest.keys.TokenMode;
import io.auralis.ingest.keys.TokenSettings;
import io.auralis.ingest.problem.Problems;
import io.auralis.ingest.reception.Reception;
import io.auralis.ingest.reception.Unreceived;
import io.auralis.tokens.IssuerDirectory;
import io.auralis.tokens.TokenRequest;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The issuer over HTTP; META-INF/openapi.json describes it. The client's address is looked at here, goes into a keyed hash,
 * and goes nowhere else. In mode {@code open} there is no issuer: 404.
 */
@Path("/")
@NonBlocking
final class TokensResource {
    /** A token is signed in milliseconds, so that there is room again soon. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final Issuer issuer;
    private final TokenSettings settings;
    private final Reception reception;
    private final CurrentVertxRequest current;

    TokensResource(Issuer issuer, TokenSettings settings, Reception reception, CurrentVertxRequest current) {
        this.issuer = issuer;
        this.settings = settings;
        this.reception = reception;
        this.current = current;
    }

    @GET
    @Path(IssuerDirectory.PATH)
    public Response directory() {
        if (settings.mode() == TokenMode.OPEN) {
            return noIssuer();
        }
        return Response.ok(Json.canonical(issuer.directory()), IssuerDirectory.MEDIA_TYPE)
                // RFC 9578, section 4, asks for it; after a rotation a request for the old key is refused, and asks
                // anew.
                .header(HttpHeaders.CACHE_CONTROL, "max-age=3600")
                .build();
    }

    @POST
    @Path(Issuer.REQUEST_PATH)
    @Consumes(TokenRequest.MEDIA_TYPE)
    public CompletionStage<Response> issue(@HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
        HttpServerRequest request = current.getCurrent().request();
        if (settings.mode() == TokenMode.OPEN) {
            return dropped(request, noIssuer());
        }
        // The framework refuses another type, but lets none at all pass.
        if (type == null) {
            return dropped(
                    request,
                    Problems.response(Problem.of(
                                    ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                                    List.of("the body is a " + TokenRequest.MEDIA_TYPE)))
                            .build());
        }
        byte[] address = address(request);
        return reception.receive(
                request,
                TokenRequest.BYTES,
                (body, room) -> CompletableFuture.completedFuture(response(issuer.issue(body, address))),
                this::unreceived);
    }

    private CompletionStage<Response> dropped(HttpServerRequest request, Response answer) {
        reception.drop(request);
        return CompletableFuture.completedFuture(answer);
    }

    private Response unreceived(Unreceived why) {
        return switch (why) {
            case NO_ROOM -> Problems.unavailable(ProblemCode.OVERLOADED, RETRY_AFTER);
            case TOO_LONG ->
                unread(ProblemCode.INVALID_TOKEN_REQUEST, "a token request has " + TokenRequest.BYTES + " bytes");
            case TOO_SLOW ->
                unread(
                        ProblemCode.TOO_SLOW,
                        "a body is whole within " + reception.readTimeout().toSeconds() + " s");
            case GONE ->
                Problems.response(Problem.of(ProblemCode.INVALID_TOKEN_REQUEST)).build();
        };
    }

    /** Whatever else of the body is on its way is not read; RFC 9110, 15.5.14. */
    private Response unread(ProblemCode code, String rule) {
        return Problems.response(issuer.refuse(code, List.of(rule)))
                .header("Connection", "close")
                .build();
    }

    private static Response response(Issued issued) {
        if (issued instanceof Issued.Signed signed) {
            return Response.ok(signed.response(), TokenRequest.RESPONSE_MEDIA_TYPE)
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
        if (issued instanceof Issued.UsedUp usedUp) {
            return Problems.unavailable(ProblemCode.TOKEN_LIMIT, usedUp.untilMidnight());
        }
        return Problems.response(((Issued.Refused) issued).problem()).build();
    }

    private static Response noIssuer() {
        return Problems.response(Problem.of(ProblemCode.NOT_FOUND)).build();
    }

    private static byte[] address(HttpServerRequest request) {
        try {
            // A literal, so nothing is looked up; an IPv4 address mapped into IPv6 comes out as IPv4.
            return InetAddress.getByName(request.remoteAddress().hostAddress()).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("the connection has no address", e);
        }
    }
}
