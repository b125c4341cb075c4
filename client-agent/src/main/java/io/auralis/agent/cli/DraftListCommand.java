package io.auralis.agent.cli;

import io.auralis.agent.signature.Draft;
import io.auralis.agent.signature.Drafts;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code auralis library draft list}. */
@Command(
        name = "list",
        description = "List the drafts.",
        footer = {"", "Example: auralis library draft list"})
final class DraftListCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    DraftListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<Draft> drafts = new Drafts(session.home()).all();
        if (output.json) {
            Output.printJson(session.out(), drafts.stream().map(DraftView::of).toList());
        } else if (drafts.isEmpty()) {
            session.out().println("There is no draft; auralis library characterize makes one.");
        } else {
            Table table = new Table();
            drafts.forEach(draft -> table.row(
                    draft.name(),
                    draft.profile().family().toString(),
                    draft.cluster().tracks() + " of " + draft.libraryTracks() + " tracks",
                    draft.made().toString()));
            table.lines().forEach(session.out()::println);
        }
        return ExitCode.OK;
    }
}
