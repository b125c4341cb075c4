package io.auralis.integration;

import io.auralis.tokens.IssuerDirectory;
import io.auralis.tokens.PendingToken;
import io.auralis.tokens.Token;
import io.auralis.tokens.TokenChallenge;
import io.auralis.tokens.TokenRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;

/** Contribution tokens, drawn as an agent draws them. */
final class Tokens {
    /** The first of the hosts that a local stack's ingest-service names. */
    private static final TokenChallenge CHALLENGE = TokenChallenge.contribution("127.0.0.1");

    private final TellingClient client;
    private final URI ingest;

    Tokens(TellingClient client, URI ingest) {
        this.client = client;
        this.ingest = ingest;
    }

    /** @param request what the issuer was shown, and may not keep */
    record Drawn(TokenRequest request, Token token) {}

    Drawn draw() throws Exception {
        IssuerDirectory directory =
                IssuerDirectory.decode(body(client.send(ingest.resolve(IssuerDirectory.PATH), "GET", Map.of(), "")));
        PendingToken pending = PendingToken.draw(directory.key(0), CHALLENGE, new SecureRandom());
        String answer = client.send(
                ingest.resolve(directory.requestUri()),
                "POST",
                Map.of("Content-Type", TokenRequest.MEDIA_TYPE),
                new String(pending.request().encode(), StandardCharsets.ISO_8859_1));
        return new Drawn(pending.request(), pending.finish(body(answer)));
    }

    private static byte[] body(String answer) {
        if (!answer.startsWith("HTTP/1.1 200")) {
            throw new AssertionError("no token: " + answer);
        }
        return answer.substring(answer.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
    }
}
