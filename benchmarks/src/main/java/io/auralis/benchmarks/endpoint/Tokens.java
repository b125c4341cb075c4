package io.auralis.benchmarks.endpoint;

import io.auralis.benchmarks.process.BenchmarkException;
import io.auralis.tokens.IssuerDirectory;
import io.auralis.tokens.PendingToken;
import io.auralis.tokens.TokenChallenge;
import io.auralis.tokens.TokenException;
import io.auralis.tokens.TokenKey;
import io.auralis.tokens.TokenRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;

/** Draws contribution tokens from ingest-service, one for each of the reports to come. */
public final class Tokens {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SecureRandom random = new SecureRandom();
    private final URI issuer;

    private Tokens(URI issuer) {
        this.issuer = issuer;
    }

    /**
     * @param target an ingest-service in mode tokens
     * @return in base64url, as submissions carry them
     * @throws BenchmarkException when it issues none
     */
    public static List<String> draw(Target target, int count) {
        Tokens tokens = new Tokens(URI.create(target.address()));
        TokenKey key = tokens.key();
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(each -> tokens.draw(key))
                .toList();
    }

    private TokenKey key() {
        try {
            return IssuerDirectory.decode(send(HttpRequest.newBuilder(issuer.resolve(IssuerDirectory.PATH))))
                    .key(0);
        } catch (TokenException e) {
            throw new BenchmarkException("The issuer at " + issuer + " has no key.", e);
        }
    }

    private String draw(TokenKey key) {
        try {
            PendingToken pending = PendingToken.draw(key, TokenChallenge.contribution("localhost"), random);
            byte[] answer = send(HttpRequest.newBuilder(issuer.resolve("/v1/tokens"))
                    .header("Content-Type", TokenRequest.MEDIA_TYPE)
                    .POST(HttpRequest.BodyPublishers.ofByteArray(
                            pending.request().encode())));
            return pending.finish(answer).text();
        } catch (TokenException e) {
            throw new BenchmarkException("The issuer at " + issuer + " signed something else.", e);
        }
    }

    private byte[] send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new BenchmarkException("The issuer at " + issuer + " answers " + answer.statusCode() + ".");
            }
            return answer.body();
        } catch (IOException e) {
            throw new BenchmarkException("The issuer at " + issuer + " does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkException("Interrupted.", e);
        }
    }
}
