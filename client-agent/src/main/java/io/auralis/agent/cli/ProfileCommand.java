package io.auralis.agent.cli;

import picocli.CommandLine.Command;

/** {@code auralis profile}: what the program learned about one listener. */
@Command(
        name = "profile",
        description = "Show your profile, its history, and go back in it.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example: auralis profile history"})
final class ProfileCommand implements CommandGroup {
    private final Session session;

    ProfileCommand(Session session) {
        this.session = session;
    }

    @Override
    public Object[] commands() {
        return new Object[] {
            new ProfileShowCommand(session),
            new ProfileHistoryCommand(session),
            new ProfileDiffCommand(session),
            new ProfileRollbackCommand(session)
        };
    }
}
