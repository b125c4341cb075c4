package io.auralis.agent.cli;

import io.auralis.agent.sharing.SendSummary;

/** Tells what became of sending, and with which exit code. */
final class SendReport {
    private SendReport() {}

    static int print(Session session, Output output, SendSummary summary) {
        if (output.json) {
            Output.printJson(session.out(), summary);
        } else {
            summary.accepted().forEach(slot -> session.out().println("Sent:      " + slot));
            summary.withdrawn().forEach(slot -> session.out().println("Withdrawn: " + slot));
            summary.refused()
                    .forEach(
                            entry -> session.out().println("Refused:   " + entry.slot() + " (" + entry.reason() + ")"));
            summary.waiting()
                    .forEach(entry -> session.out()
                            .println("Waiting:   " + entry.slot() + " (" + entry.reason() + " Next attempt after "
                                    + Moment.text(entry.next()) + ".)"));
        }
        if (!summary.refused().isEmpty()) {
            session.err().println("auralis: the server refused what was sent; the reason is kept in the receipts.");
            return ExitCode.REFUSED;
        }
        if (!summary.waiting().isEmpty()) {
            session.err().println("auralis: the server did not confirm; what is to be sent stays in the outbox.");
            return ExitCode.FAILURE;
        }
        return ExitCode.OK;
    }
}
