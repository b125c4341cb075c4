package io.auralis.agent.cli;

import io.auralis.agent.sharing.Consent;
import io.auralis.agent.sharing.Sharing;
import io.auralis.agent.sharing.SharingStatus;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code auralis share status}. */
@Command(
        name = "status",
        description = "Show whether sharing is on, what was sent, and what waits.",
        footer = {"", "Example: auralis share status --json"})
final class ShareStatusCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    ShareStatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        SharingStatus status = new Sharing(session.home(), session.clock(), new SecureRandom()).status();
        if (output.json) {
            Output.printJson(session.out(), status);
            return ExitCode.OK;
        }
        Consent consent = status.consent();
        if (!status.sharing() || consent == null) {
            session.out()
                    .println("Sharing is off" + (consent == null ? "." : " since " + Moment.text(consent.at()) + "."));
        } else {
            session.out().println("Sharing is on since " + Moment.text(consent.at()) + ", to " + consent.server());
            session.out()
                    .println("The agent summarises by itself after the next command from " + Moment.text(status.due())
                            + " on.");
        }
        if (status.tokens() > 0) {
            session.out().println("Contribution tokens in stock: " + status.tokens());
        }
        Table table = new Table();
        status.slots().forEach(slot -> table.row(slot.slot(), "number " + slot.number(), slot.state()));
        status.receipts()
                .forEach(receipt -> table.row(
                        receipt.slot(),
                        "number " + receipt.number(),
                        "the server's word at " + Moment.text(receipt.at()) + ": "
                                + receipt.outcome().name().toLowerCase(java.util.Locale.ROOT)
                                + (receipt.reason() == null ? "" : " (" + receipt.reason() + ")")));
        table.lines().forEach(session.out()::println);
        return ExitCode.OK;
    }
}
