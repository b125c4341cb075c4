package io.auralis.agent.cli;

import io.auralis.agent.exchange.Exchange;
import io.auralis.agent.sharing.SendSummary;
import io.auralis.agent.sharing.Sharing;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code auralis disable-sharing}. */
@Command(
        name = "disable-sharing",
        description = "Take consent back: nothing more is sent, and what waits in the outbox is dropped.",
        footer = {"", "Example: auralis disable-sharing --withdraw"})
final class DisableSharingCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Option(names = "--withdraw", description = "Also take back everything that was sent.")
    private boolean withdraw;

    DisableSharingCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Sharing sharing = new Sharing(session.home(), session.clock(), new SecureRandom());
        sharing.disable();
        SendSummary summary = new SendSummary(List.of(), List.of(), List.of(), List.of());
        if (withdraw) {
            sharing.withdraw(Optional.empty());
            summary = sharing.send(new Exchange(ShareCommand.PATIENCE), Integer.MAX_VALUE, true);
        }
        if (!output.json) {
            session.out().println("Sharing is off; nothing more is sent.");
        }
        return SendReport.print(session, output, summary);
    }
}
