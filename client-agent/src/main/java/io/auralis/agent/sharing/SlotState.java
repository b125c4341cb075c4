package io.auralis.agent.sharing;

import io.auralis.contracts.taste.ReportSecret;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.TasteReport;

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
 */
record SlotState(ReportSecret secret, long number, TasteReport report, long queued, long accepted, long refused) {
    static SlotState first(ReportSecret secret, TasteReport report) {
        return new SlotState(secret, 1, report, 0, 0, 0);
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
        return newer.equals(report) ? this : new SlotState(secret, number + 1, newer, queued, accepted, refused);
    }

    SlotState withQueued(long sent) {
        return new SlotState(secret, Math.max(number, sent), report, Math.max(queued, sent), accepted, refused);
    }

    SlotState withAccepted(long sent) {
        return new SlotState(secret, number, report, queued, Math.max(accepted, sent), refused);
    }

    SlotState withRefused(long sent) {
        return new SlotState(secret, number, report, queued, accepted, Math.max(refused, sent));
    }
}
