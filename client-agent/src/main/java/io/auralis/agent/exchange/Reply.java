package io.auralis.agent.exchange;

import java.util.Optional;

/** A server's answer, whole. */
public final class Reply {
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

    public byte[] body() {
        return body.clone();
    }
}
