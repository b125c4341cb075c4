package io.auralis.agent.cli;

import java.time.Duration;
import picocli.CommandLine.Command;

/** {@code auralis share}: what is shared, exactly. */
@Command(
        name = "share",
        description = "See, send and take back your anonymous summaries.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example: auralis share preview"})
final class ShareCommand implements CommandGroup {
    /** Somebody waits for the answer, so longer than the agent by itself, and no longer than one would wait. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Session session;

    ShareCommand(Session session) {
        this.session = session;
    }

    @Override
    public Object[] commands() {
        return new Object[] {
            new SharePreviewCommand(session),
            new ShareStatusCommand(session),
            new ShareNowCommand(session),
            new ShareWithdrawCommand(session)
        };
    }
}
