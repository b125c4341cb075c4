package io.auralis.agent.cli;

import io.auralis.agent.exchange.Exchange;
import io.auralis.agent.sharing.ReportSource;
import io.auralis.agent.sharing.Sharing;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;

/**
 * What the agent does for sharing by itself, after another command has done its work: when the week's drawn moment has
 * come it queues the reports; and it sends one entry of the outbox, waiting for the server 3 seconds at most. With sharing
 * off, and no withdrawal waiting, it does nothing.
 */
final class SharingByItself {
    /** A command must not seem to hang; what is not sent now is sent after a later one. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** These act on the outbox themselves, or are about not to. */
    private static final Set<String> NOT_AFTER = Set.of("share", "enable-sharing", "disable-sharing", "--help", "-h");

    private SharingByItself() {}

    static void afterCommand(Session session, String command) {
        if (NOT_AFTER.contains(command) || Sharing.isUntouched(session.home())) {
            return;
        }
        try {
            Sharing sharing = new Sharing(session.home(), session.clock(), new SecureRandom());
            if (sharing.isOn() && sharing.isMomentCome()) {
                sharing.queue(new ReportSource(session.home(), session.clock()).reports());
                sharing.drawNextMoment();
            }
            if (sharing.hasDueEntries()) {
                Exchange exchange = Exchange.allWithin(PATIENCE);
                if (sharing.send(exchange, 1, false).waiting().isEmpty()) {
                    sharing.stockUp(exchange);
                }
            }
        } catch (RuntimeException e) {
            // The listener's command succeeded; what failed beside it must not undo that.
            session.err().println("auralis: note: sharing by itself failed (" + e.getMessage() + ").");
        }
    }
}
