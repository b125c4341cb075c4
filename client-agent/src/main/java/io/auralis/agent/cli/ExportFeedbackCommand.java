package io.auralis.agent.cli;

import io.auralis.agent.sharing.ReportSource;
import io.auralis.contracts.taste.TasteReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code auralis export-feedback}: the anonymous summaries for the listener's own use, without the sharing envelope. */
@Command(
        name = "export-feedback",
        description = "Print anonymous summaries of your ratings as JSON: what sharing would tell, and no more.",
        footer = {
            "",
            "No track, comment or time finer than a month is in them. For a full copy of your own data see "
                    + "auralis export-personal.",
            "",
            "Example: auralis export-feedback --anonymized > summaries.json"
        })
final class ExportFeedbackCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Option(names = "--anonymized", required = true, description = "Required: says that you know what this prints.")
    private boolean anonymized;

    ExportFeedbackCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<TasteReport> reports = new ReportSource(session.home(), session.clock()).reports();
        Output.printJson(session.out(), reports);
        if (!output.json && reports.isEmpty()) {
            session.err()
                    .println("Nothing to summarise yet: it takes at least 5 ratings of one kind of recording in one"
                            + " month.");
        }
        return ExitCode.OK;
    }
}
