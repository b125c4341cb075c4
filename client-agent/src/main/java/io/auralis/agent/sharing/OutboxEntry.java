package io.auralis.agent.sharing;

import io.auralis.contracts.taste.ReportSecret;
import io.auralis.contracts.taste.ReportSubmission;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing to tell the server: a summary, or that a report is taken back.
 *
 * @param slot the slot's name, for the listener's own eyes
 * @param server where to
 * @param secret owns the report
 * @param number of the submission or withdrawal
 * @param body the exact bytes of the submission, as text; absent for a withdrawal
 * @param attempts how often sending failed
 * @param notBefore when to try next, UTC, ISO-8601
 * @param lastFailure why the last attempt failed; absent before the first
 */
record OutboxEntry(
        String slot,
        String server,
        ReportSecret secret,
        long number,
        @Nullable String body,
        int attempts,
        String notBefore,
        @Nullable String lastFailure) {

    static OutboxEntry submission(ReportSubmission submission, String server, Instant now) {
        return new OutboxEntry(
                Slot.of(submission.report()).name(),
                server,
                submission.secret(),
                submission.number(),
                new String(submission.bytes(), StandardCharsets.UTF_8),
                0,
                now.toString(),
                null);
    }

    static OutboxEntry withdrawal(SlotState slot, long number, String server, Instant now) {
        return new OutboxEntry(slot.slot().name(), server, slot.secret(), number, null, 0, now.toString(), null);
    }

    boolean isWithdrawal() {
        return body == null;
    }

    boolean isDue(Instant now) {
        return !Instant.parse(notBefore).isAfter(now);
    }

    OutboxEntry failed(String why, Instant next) {
        return new OutboxEntry(slot, server, secret, number, body, attempts + 1, next.toString(), why);
    }
}
