package io.auralis.agent.sharing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.auralis.agent.exchange.RawServer;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.json.Sha256;
import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.ReportVerdict;
import io.auralis.tokens.IssuerDirectory;
import io.auralis.tokens.IssuerKey;
import io.auralis.tokens.PrivateTokenScheme;
import io.auralis.tokens.Token;
import io.auralis.tokens.TokenChallenge;
import io.auralis.tokens.TokenException;
import io.auralis.tokens.TokenRequest;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A service that issues tokens and takes them, with real signatures, on a bare socket. */
final class TokenService implements AutoCloseable {
    private static final TokenChallenge CHALLENGE = TokenChallenge.contribution("127.0.0.1");

    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> spent = new ConcurrentHashMap<>();
    private final AtomicInteger issued = new AtomicInteger();
    private final RawServer server = new RawServer(this::answer);
    private volatile IssuerKey key = IssuerKey.generate(random);
    private volatile boolean garbled;
    private volatile String requestUri = "/v1/tokens";
    private volatile boolean usedUp;

    TokenService() throws IOException {}

    String address() {
        return server.address();
    }

    int connections() {
        return server.connections();
    }

    int issued() {
        return issued.get();
    }

    /** The reports that arrived, taken or not. */
    List<RawServer.Request> reports() {
        return server.requests().stream()
                .filter(request -> request.head().startsWith("POST /v1/reports "))
                .toList();
    }

    /** In the order of their arrival, those of withdrawals too, if there were any. */
    List<String> tokensShown() {
        return server.requests().stream()
                .map(request -> request.header("Authorization"))
                .flatMap(header -> PrivateTokenScheme.tokenIn(header).stream())
                .toList();
    }

    void rotate() {
        key = IssuerKey.generate(random);
    }

    void refuseToIssue() {
        usedUp = true;
    }

    void signSomethingElse() {
        garbled = true;
    }

    void pointTo(String uri) {
        requestUri = uri;
    }

    private byte[] answer(RawServer.Request request) {
        try {
            if (request.head().startsWith("GET " + IssuerDirectory.PATH + " ")) {
                return RawServer.response(
                        200,
                        "",
                        Json.canonical(
                                new IssuerDirectory(requestUri, List.of(IssuerDirectory.Key.of(key.publicKey())))));
            }
            if (request.head().startsWith("POST /v1/tokens ")) {
                return issue(request);
            }
            return request.method().equals("POST") ? take(request) : withdraw(request);
        } catch (TokenException e) {
            return problem(ProblemCode.INVALID_TOKEN_REQUEST, "");
        }
    }

    private byte[] issue(RawServer.Request request) throws TokenException {
        if (usedUp) {
            return problem(ProblemCode.TOKEN_LIMIT, "Retry-After: 7200\r\n");
        }
        issued.incrementAndGet();
        byte[] response = key.sign(TokenRequest.decode(request.body()), random);
        response[response.length - 1] ^= (byte) (garbled ? 1 : 0);
        return RawServer.response(200, "", response);
    }

    private byte[] take(RawServer.Request request) throws TokenException {
        ReportSubmission submission = Json.read(request.body(), ReportSubmission.class);
        Optional<String> shown = PrivateTokenScheme.tokenIn(request.header("Authorization"));
        if (shown.isEmpty()) {
            return problem(ProblemCode.TOKEN_REQUIRED, "");
        }
        Token token = Token.parse(shown.get());
        if (!token.isGood(key.publicKey(), CHALLENGE)) {
            return problem(ProblemCode.TOKEN_INVALID, "");
        }
        String id = submission.secret().reportId();
        String owner = spent.putIfAbsent(token.spendId(), id);
        return owner == null || owner.equals(id)
                ? accepted(id, submission.number())
                : problem(ProblemCode.TOKEN_SPENT, "");
    }

    private static byte[] withdraw(RawServer.Request request) {
        String id = Sha256.hex(HexFormat.of().parseHex(request.header("Auralis-Report-Secret")));
        return accepted(id, Long.parseLong(request.header("Auralis-Report-Number")));
    }

    private static byte[] accepted(String id, long number) {
        return RawServer.response(
                202, "", Json.canonicalText(ReportVerdict.accepted(id, number)).getBytes(UTF_8));
    }

    private static byte[] problem(ProblemCode code, String headers) {
        return RawServer.response(code.status(), headers, Json.canonical(Problem.of(code)));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
