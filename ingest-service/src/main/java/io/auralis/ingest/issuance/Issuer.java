package io.auralis.ingest.issuance;

import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.ingest.keys.KeyRing;
import io.auralis.tokens.IssuerDirectory;
import io.auralis.tokens.IssuerKey;
import io.auralis.tokens.TokenException;
import io.auralis.tokens.TokenRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** RFC 9578, section 6.2. Knows nothing of HTTP, and keeps neither request nor answer. */
final class Issuer {
    static final String REQUEST_PATH = "/v1/tokens";

    private final KeyRing ring;
    private final ClientLimit limit;
    private final IssuanceMetrics metrics;
    private final SecureRandom random;

    Issuer(KeyRing ring, ClientLimit limit, IssuanceMetrics metrics, SecureRandom random) {
        this.ring = ring;
        this.limit = limit;
        this.metrics = metrics;
        this.random = random;
    }

    /** Names the one key that issues, so that all who ask in its time get the same. */
    IssuerDirectory directory() {
        return new IssuerDirectory(
                REQUEST_PATH, List.of(IssuerDirectory.Key.of(ring.issuing().publicKey())));
    }

    /**
     * @param body a TokenRequest
     * @param address of the client, 4 or 16 bytes
     */
    Issued issue(byte[] body, byte[] address) {
        try {
            TokenRequest request = TokenRequest.decode(body);
            IssuerKey key = ring.issuing();
            key.check(request);
            // Counted before it is signed: at the limit, signing would be work for nothing.
            Optional<Duration> wait = limit.take(address);
            if (wait.isPresent()) {
                metrics.refused(ProblemCode.TOKEN_LIMIT);
                return new Issued.UsedUp(wait.get());
            }
            byte[] response = key.sign(request, random);
            metrics.issued();
            return new Issued.Signed(response);
        } catch (TokenException e) {
            return new Issued.Refused(refuse(ProblemCode.INVALID_TOKEN_REQUEST, List.of(e.getMessage())));
        }
    }

    /** Refuses a request, also before it is read. */
    Problem refuse(ProblemCode code, List<String> rules) {
        metrics.refused(code);
        return Problem.of(code, rules);
    }
}
