package io.auralis.agent.exchange;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** A server's answer, whole. */
public final class Reply {
    /** Longer than a server may ask us to wait, a report would miss its month. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final int status;
    private final Optional<String> retryAfter;
    private final byte[] body;

    Reply(int status, Optional<String> retryAfter, byte[] body) {
        this.status = status;
        this.retryAfter = retryAfter;
        this.body = body;
    }

    public int status() {
        return status;
    }

    /** The header as sent: seconds or an HTTP date (RFC 9110, 10.2.3). */
    public Optional<String> retryAfter() {
        return retryAfter;
    }

    /** {@link #retryAfter()} as a wait from now on, a day at most; empty where it is absent or no time. */
    public Optional<Duration> waitFrom(Instant now) {
        return retryAfter.flatMap(header -> parse(header, now));
    }

    private static Optional<Duration> parse(String header, Instant now) {
        try {
            Duration asked = header.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(header))
                    : Duration.between(
                            now, Instant.from(ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)));
            return Optional.of(asked.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : asked);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public byte[] body() {
        return body.clone();
    }
}
