package io.auralis.agent.cli;

import io.auralis.agent.exchange.Exchange;
import io.auralis.agent.sharing.SendSummary;
import io.auralis.agent.sharing.Sharing;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code auralis share withdraw}. */
@Command(
        name = "withdraw",
        description = "Take back what was sent: all of it, or one summary; kept in the outbox until confirmed.",
        footer = {"", "Example: auralis share withdraw 2026-11_studio_neutral-headphones_1.0.0"})
final class ShareWithdrawCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "SLOT", arity = "0..1", description = "As share status names it; default: all.")
    private @Nullable String slot;

    ShareWithdrawCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Sharing sharing = new Sharing(session.home(), session.clock(), new SecureRandom());
        sharing.withdraw(Optional.ofNullable(slot));
        SendSummary summary = sharing.send(new Exchange(ShareCommand.PATIENCE), Integer.MAX_VALUE, true);
        if (!output.json && summary.isEmpty()) {
            session.out().println("Nothing was sent, so there is nothing to take back.");
        }
        return SendReport.print(session, output, summary);
    }
}
