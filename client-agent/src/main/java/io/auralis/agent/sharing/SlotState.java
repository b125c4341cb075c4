package io.auralis.agent.sharing;

import io.auralis.contracts.taste.ReportSecret;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.TasteReport;
import org.jspecify.annotations.Nullable;

/**
 * What the agent knows of one slot. Secret, number and report together are the submission, so the bytes that a preview
 * printed are the bytes that are sent later.
 *
 * @param secret drawn at random when the slot was first summarised
 * @param number of the newest summary; rises with every change
 * @param report the newest summary
 * @param queued the highest number ever put into the outbox; 0 before the first
 * @param accepted the highest number the server has confirmed; 0 before the first
 * @param refused the highest number the server has refused for good; 0 before the first
 * @param token the contribution token that pays for this slot, in base64url; absent before the first sending, and where
 *     the server asks for none
 */
record SlotState(
        ReportSecret secret,
        long number,
        TasteReport report,
        long queued,
        long accepted,
        long refused,
        @Nullable String token) {
    static SlotState first(ReportSecret secret, TasteReport report) {
        return new SlotState(secret, 1, report, 0, 0, 0, null);
    }

    Slot slot() {
        return Slot.of(report);
    }

    ReportSubmission submission() {
        return new ReportSubmission(secret, number, report);
    }

    /** Whether the newest summary is neither confirmed nor refused. */
    boolean isUnsettled() {
        return number > Math.max(accepted, refused);
    }

    SlotState summarised(TasteReport newer) {
        return newer.equals(report) ? this : new SlotState(secret, number + 1, newer, queued, accepted, refused, token);
    }

    SlotState withQueued(long sent) {
        return new SlotState(secret, Math.max(number, sent), report, Math.max(queued, sent), accepted, refused, token);
    }

    SlotState withAccepted(long sent) {
        return new SlotState(secret, number, report, queued, Math.max(accepted, sent), refused, token);
    }

    SlotState withRefused(long sent) {
        return new SlotState(secret, number, report, queued, accepted, Math.max(refused, sent), token);
    }

    SlotState withToken(@Nullable String paying) {
        return new SlotState(secret, number, report, queued, accepted, refused, paying);
    }
}
