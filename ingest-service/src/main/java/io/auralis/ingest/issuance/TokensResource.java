package io.auralis.ingest.issuance;

import io.auralis.contracts.json.Json;
import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.ingest.keys.TokenMode;
import io.auralis.ingest.keys.TokenSettings;
import io.auralis.ingest.problem.Problems;
import io.auralis.tokens.IssuerDirectory;
import io.auralis.tokens.TokenRequest;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The issuer over HTTP; META-INF/openapi.json describes it. The client's address is looked at here, goes into a keyed hash,
 * and goes nowhere else. In mode {@code open} there is no issuer: 404.
 */
@Path("/")
@Blocking
final class TokensResource {
    private final Issuer issuer;
    private final TokenSettings settings;

    TokensResource(Issuer issuer, TokenSettings settings) {
        this.issuer = issuer;
        this.settings = settings;
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
    public Response issue(
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            @Context HttpServerRequest request,
            InputStream body) {
        if (settings.mode() == TokenMode.OPEN) {
            return noIssuer();
        }
        // The framework refuses another type, but lets none at all pass.
        if (type == null) {
            return Problems.response(Problem.of(
                            ProblemCode.UNSUPPORTED_MEDIA_TYPE, List.of("the body is a " + TokenRequest.MEDIA_TYPE)))
                    .build();
        }
        byte[] read = read(body);
        Response answer = response(issuer.issue(read, address(request)));
        // Whatever else of the body is on its way is not read; RFC 9110, 15.5.14.
        return read.length <= TokenRequest.BYTES
                ? answer
                : Response.fromResponse(answer).header("Connection", "close").build();
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

    /** One byte beyond a whole request shows that there is more; the rest is not read. */
    private static byte[] read(InputStream body) {
        try {
            return body.readNBytes(TokenRequest.BYTES + 1);
        } catch (IOException e) {
            // The client went away: nobody reads the answer.
            return new byte[0];
        }
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
