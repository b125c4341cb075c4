package io.auralis.agent.sharing;

import io.auralis.agent.exchange.Exchange;
import io.auralis.agent.exchange.ExchangeException;
import io.auralis.agent.exchange.Reply;
import io.auralis.agent.exchange.ServerAddress;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.problem.Problem;
import io.auralis.contracts.taste.ReportHeaders;
import io.auralis.contracts.taste.ReportVerdict;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the server one entry of the outbox. Only an answer that is the service's own settles anything: a 202 with a
 * verdict on this very report, or problem+json; what a captive portal or a proxy says does not.
 */
final class Sender {
    /** A verdict or a problem is a few hundred bytes. */
    private static final int MOST_ANSWER_BYTES = 64 * 1024;

    /** Longer than a server may ask us to wait, a report would miss its month. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final Exchange exchange;
    private final Clock clock;

    Sender(Exchange exchange, Clock clock) {
        this.exchange = exchange;
        this.clock = clock;
    }

    Answer send(OutboxEntry entry) {
        try {
            URI reports = ServerAddress.parse(entry.server()).resolve("v1/reports");
            String body = entry.body();
            Reply reply = body == null
                    ? exchange.delete(
                            URI.create(reports + "/" + entry.secret().reportId()),
                            Map.of(
                                    ReportHeaders.SECRET, entry.secret().hex(),
                                    ReportHeaders.NUMBER, Long.toString(entry.number())),
                            MOST_ANSWER_BYTES)
                    : exchange.post(reports, body.getBytes(StandardCharsets.UTF_8), MOST_ANSWER_BYTES);
            return read(entry, reply);
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
                .<Answer>map(problem -> new Answer.Refused(problem.code() + ": " + problem.title()))
                .orElseGet(() -> noWord("The server answered with status " + reply.status() + ".", reply));
    }

    private Answer noWord(String why, Reply reply) {
        return new Answer.NoWord(why, reply.retryAfter().flatMap(this::wait));
    }

    private Optional<Duration> wait(String retryAfter) {
        try {
            Duration asked = retryAfter.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(retryAfter))
                    : Duration.between(
                            clock.instant(),
                            Instant.from(ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)));
            return Optional.of(asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
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
