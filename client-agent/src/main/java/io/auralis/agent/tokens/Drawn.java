package io.auralis.agent.tokens;

import io.auralis.tokens.Token;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an attempt to draw tokens brought. Sealed: a server that asks for none is not one that gave none. */
public sealed interface Drawn {
    /** As many as were asked for, or fewer where the server's limit of the day was met. */
    record Tokens(List<Token> tokens) implements Drawn {
        public Tokens {
            tokens = List.copyOf(tokens);
        }
    }

    /** The server has no issuer: it takes summaries without tokens. */
    record NotNeeded() implements Drawn {}

    /** None now, for the reason in one sentence; not before the wait where the server names one. */
    record None(String why, Optional<Duration> askedWait) implements Drawn {}
}
