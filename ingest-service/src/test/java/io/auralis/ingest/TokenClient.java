package io.auralis.ingest;

import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.tokens.IssuerDirectory;
import io.auralis.tokens.PendingToken;
import io.auralis.tokens.PrivateTokenScheme;
import io.auralis.tokens.Token;
import io.auralis.tokens.TokenChallenge;
import io.auralis.tokens.TokenException;
import io.auralis.tokens.TokenKey;
import io.auralis.tokens.TokenRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;

/** Gets tokens and spends them, as an agent does. */
final class TokenClient {
    static final TokenChallenge CHALLENGE = TokenChallenge.contribution("localhost");

    private final SecureRandom random = new SecureRandom();
    private final IngestClient ingest;

    TokenClient(IngestClient ingest) {
        this.ingest = ingest;
    }

    TokenKey key() throws TokenException {
        return IssuerDirectory.decode(ingest.get(IssuerDirectory.PATH).body()).key(0);
    }

    PendingToken draw() throws TokenException {
        return PendingToken.draw(key(), CHALLENGE, random);
    }

    HttpResponse<byte[]> ask(byte[] request) {
        return ingest.send(ingest.request("/v1/tokens")
                .header("Content-Type", TokenRequest.MEDIA_TYPE)
                .POST(BodyPublishers.ofByteArray(request)));
    }

    Token token() throws TokenException {
        PendingToken pending = draw();
        HttpResponse<byte[]> answer = ask(pending.request().encode());
        if (answer.statusCode() != 200) {
            throw new AssertionError("no token but status " + answer.statusCode());
        }
        return pending.finish(answer.body());
    }

    HttpResponse<byte[]> post(ReportSubmission submission, String token) {
        return post(submission.bytes(), token);
    }

    HttpResponse<byte[]> post(byte[] body, String token) {
        return ingest.send(ingest.request("/v1/reports")
                .header("Content-Type", "application/json")
                .header("Authorization", PrivateTokenScheme.authorization(token))
                .POST(BodyPublishers.ofByteArray(body)));
    }
}
