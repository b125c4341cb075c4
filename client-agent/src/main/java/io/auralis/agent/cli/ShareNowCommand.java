package io.auralis.agent.cli;

import io.auralis.agent.exchange.Exchange;
import io.auralis.agent.sharing.ReportSource;
import io.auralis.agent.sharing.SendSummary;
import io.auralis.agent.sharing.Sharing;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code auralis share now}. */
@Command(
        name = "now",
        description = "Send what share preview shows, without waiting for the week's moment.",
        footer = {"", "Example: auralis share now"})
final class ShareNowCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    ShareNowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Sharing sharing = new Sharing(session.home(), session.clock(), new SecureRandom());
        if (!sharing.isOn()) {
            throw new RefusedException(
                    sharing.consent().filter(consent -> consent.sharing()).isPresent()
                            ? "The words you agreed to have changed; read and agree anew with auralis enable-sharing."
                            : "Sharing is off; nothing is sent unless you turn it on with auralis enable-sharing.");
        }
        sharing.queue(new ReportSource(session.home(), session.clock()).reports());
        Exchange exchange = new Exchange(ShareCommand.PATIENCE);
        SendSummary summary = sharing.send(exchange, Integer.MAX_VALUE, true);
        if (summary.waiting().isEmpty()) {
            sharing.stockUp(exchange);
        }
        if (!output.json && summary.isEmpty()) {
            session.out().println("Nothing new to send.");
        }
        return SendReport.print(session, output, summary);
    }
}
