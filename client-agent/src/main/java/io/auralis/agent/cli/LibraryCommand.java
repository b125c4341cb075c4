package io.auralis.agent.cli;

import picocli.CommandLine.Command;

/** {@code auralis library}: the listener's collection. */
@Command(
        name = "library",
        description = "Know your collection: scan it, search it, find what is alike, and what makes it yours.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Nothing of it leaves this machine.", "", "Example: auralis library scan ~/Music"})
final class LibraryCommand implements CommandGroup {
    private final Session session;

    LibraryCommand(Session session) {
        this.session = session;
    }

    @Override
    public Object[] commands() {
        return new Object[] {
            new LibraryScanCommand(session),
            new LibraryShowCommand(session),
            new LibrarySearchCommand(session),
            new LibrarySimilarCommand(session),
            new LibraryOutliersCommand(session),
            new LibraryCharacterizeCommand(session),
            new LibraryDraftCommand(session),
            new LibraryForgetCommand(session)
        };
    }
}
