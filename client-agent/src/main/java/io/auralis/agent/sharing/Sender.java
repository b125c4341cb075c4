package io.auralis.agent.sharing;

import io.auralis.agent.exchange.Exchange;
import io.auralis.agent.exchange.ExchangeException;
import io.auralis.agent.exchange.Reply;
import io.auralis.agent.exchange.ServerAddress;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.problem.ProblemCode;
import io.auralis.contracts.taste.ReportHeaders;
import io.auralis.contracts.taste.ReportVerdict;
import io.auralis.tokens.PrivateTokenScheme;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells the server one entry of the outbox. Only an answer that is the service's own settles anything: a 202 with a
 * verdict on this very report, or problem+json; what a captive portal or a proxy says does not.
 */
final class Sender {
    /** A verdict or a problem is a few hundred bytes. */
    private static final int MOST_ANSWER_BYTES = 64 * 1024;

    /** Refusals of the token, not of the report. */
    private static final Set<String> OF_TOKENS =
            Set.of(ProblemCode.TOKEN_REQUIRED.code(), ProblemCode.TOKEN_INVALID.code(), ProblemCode.TOKEN_SPENT.code());

    private final Exchange exchange;
    private final Clock clock;

    Sender(Exchange exchange, Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    Answer withdraw(OutboxEntry entry) {
        return answer(
                entry,
                reports -> exchange.delete(
                        URI.create(reports + "/" + entry.secret().reportId()),
                        Map.of(
                                ReportHeaders.SECRET, entry.secret().hex(),
                                ReportHeaders.NUMBER, Long.toString(entry.number())),
                        MOST_ANSWER_BYTES));
    }

    /**
     * @param body of the entry
     * @param token in a header, so that the body stays what a preview shows; absent where the server asks for none
     */
    Answer submit(OutboxEntry entry, String body, @Nullable String token) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "application/json");
        if (token != null) {
            headers.put("Authorization", PrivateTokenScheme.authorization(token));
        }
        return answer(
                entry,
                reports -> exchange.post(reports, headers, body.getBytes(StandardCharsets.UTF_8), MOST_ANSWER_BYTES));
    }

    private Answer answer(OutboxEntry entry, Function<URI, Reply> telling) {
        try {
            return read(entry, telling.apply(ServerAddress.parse(entry.server()).resolve("v1/reports")));
        } catch (ExchangeException e) {
            return new Answer.NoWord(e.sentence(), Optional.empty());
        }
    }

    private Answer read(OutboxEntry entry, Reply reply) {
        if (reply.status() == ReportVerdict.ACCEPTED) {
            return verdict(reply)
                    .filter(verdict -> verdict.status() == ReportVerdict.ACCEPTED
                            && entry.secret().reportId().equals(verdict.id()))
                    .<Answer>map(verdict -> new Answer.Accepted())
                    .orElseGet(() -> noWord("The server's answer is not a verdict on this report.", reply));
        }
        boolean final4xx = reply.status() >= 400 && reply.status() < 500 && reply.status() != 429;
        return problem(reply)
                .filter(problem -> final4xx)
                .<Answer>map(problem -> OF_TOKENS.contains(problem.code())
                        ? new Answer.AnotherToken(problem.code() + ": " + problem.title())
                        : new Answer.Refused(problem.code() + ": " + problem.title()))
                .orElseGet(() -> noWord("The server answered with status " + reply.status() + ".", reply));
    }

    private Answer noWord(String why, Reply reply) {
        return new Answer.NoWord(why, reply.waitFrom(clock.instant()));
    }

    private static Optional<ReportVerdict> verdict(Reply reply) {
        return parse(reply, ReportVerdict.class);
    }

    private static Optional<Problem> problem(Reply reply) {
        return parse(reply, Problem.class).filter(problem -> problem.code() != null && problem.title() != null);
    }

    private static <T> Optional<T> parse(Reply reply, Class<T> type) {
        try {
            return Optional.ofNullable(Json.read(reply.body(), type));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
