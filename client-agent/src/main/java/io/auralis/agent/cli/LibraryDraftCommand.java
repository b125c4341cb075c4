package io.auralis.agent.cli;

import picocli.CommandLine.Command;

/** {@code auralis library draft}: the profiles drafted from the library. */
@Command(
        name = "draft",
        description = "List, show, rename, drop and export the profiles drafted from the library.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example: auralis library draft list"})
final class LibraryDraftCommand implements CommandGroup {
    private final Session session;

    LibraryDraftCommand(Session session) {
        this.session = session;
    }

    @Override
    public Object[] commands() {
        return new Object[] {
            new DraftListCommand(session),
            new DraftShowCommand(session),
            new DraftRenameCommand(session),
            new DraftDropCommand(session),
            new DraftExportCommand(session)
        };
    }
}
