package io.auralis.agent.tokens;

import io.auralis.agent.exchange.Exchange;
import io.auralis.agent.exchange.ExchangeException;
import io.auralis.agent.exchange.Reply;
import io.auralis.agent.exchange.ServerAddress;
import io.auralis.tokens.IssuerDirectory;
import io.auralis.tokens.PendingToken;
import io.auralis.tokens.Token;
import io.auralis.tokens.TokenChallenge;
import io.auralis.tokens.TokenException;
import io.auralis.tokens.TokenKey;
import io.auralis.tokens.TokenRequest;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Draws tokens from the issuer of a server (RFC 9578, sections 4 and 6). What the server sees is random to it: neither the
 * request nor its own answer can be found again in the token. What a token is made out to is computed here from the
 * server's name, not taken from the server, so that it cannot mark anybody's tokens.
 */
public final class TokenSource {
    /** A directory with a few keys has a few kilobytes, a token or a problem less. */
    private static final int MOST_ANSWER_BYTES = 64 * 1024;

    private static final String RETRY_SENTENCE = "The server gives out no more contribution tokens today.";

    private final Exchange exchange;
    private final Clock clock;
    private final SecureRandom random;

    public TokenSource(Exchange exchange, Clock clock, SecureRandom random) {
        this.exchange = exchange;
        this.clock = clock;
        this.random = random;
    }

    /** @param count 1 or more */
    public Drawn draw(ServerAddress server, int count) {
        try {
            Reply directory = exchange.get(server.uri().resolve(IssuerDirectory.PATH), MOST_ANSWER_BYTES);
            if (directory.status() == 404) {
                return new Drawn.NotNeeded();
            }
            if (directory.status() != 200) {
                return none("The server's issuer answered with status " + directory.status() + ".", directory);
            }
            IssuerDirectory issuer = IssuerDirectory.decode(directory.body());
            return draw(server, issuer, count);
        } catch (TokenException e) {
            return new Drawn.None(
                    "The server's issuer is not one of contribution tokens (" + e.getMessage() + ").",
                    Optional.empty());
        } catch (ExchangeException e) {
            return new Drawn.None(e.sentence(), Optional.empty());
        }
    }

    private Drawn draw(ServerAddress server, IssuerDirectory issuer, int count) throws TokenException {
        TokenKey key = issuer.key(clock.instant().getEpochSecond());
        URI requests = requests(server, issuer);
        TokenChallenge challenge =
                TokenChallenge.contribution(server.uri().getHost().toLowerCase(Locale.ROOT));
        List<Token> tokens = new ArrayList<>();
        while (tokens.size() < count) {
            PendingToken pending = PendingToken.draw(key, challenge, random);
            Reply reply = exchange.post(
                    requests,
                    Map.of("Content-Type", TokenRequest.MEDIA_TYPE),
                    pending.request().encode(),
                    MOST_ANSWER_BYTES);
            if (reply.status() != 200) {
                return tokens.isEmpty()
                        ? none(
                                reply.status() == 429
                                        ? RETRY_SENTENCE
                                        : "The server's issuer answered with status " + reply.status() + ".",
                                reply)
                        : new Drawn.Tokens(tokens);
            }
            tokens.add(pending.finish(reply.body()));
        }
        return new Drawn.Tokens(tokens);
    }

    /** The listener chose one server; its directory does not choose another. */
    private static URI requests(ServerAddress server, IssuerDirectory issuer) throws TokenException {
        URI requests = issuer.requestsAt(server.uri());
        if (!server.uri().getScheme().equals(requests.getScheme())
                || !server.uri().getAuthority().equals(requests.getAuthority())) {
            throw new TokenException("its directory points to another server");
        }
        return requests;
    }

    private Drawn.None none(String why, Reply reply) {
        return new Drawn.None(why, reply.waitFrom(clock.instant()));
    }
}
