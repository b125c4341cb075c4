package io.auralis.agent.cli;

import io.auralis.agent.sharing.ReportSource;
import io.auralis.agent.sharing.Sharing;
import io.auralis.contracts.taste.ReportSubmission;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code auralis share preview}: on standard output exactly the bytes that would be sent, one report per line where there
 * are several, with or without {@code --json}; all words about them go to standard error.
 */
@Command(
        name = "preview",
        description = "Print exactly the bytes that would be sent, one report per line; sends nothing.",
        footer = {"", "Example: auralis share preview > report.json"})
final class SharePreviewCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    SharePreviewCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Sharing sharing = new Sharing(session.home(), session.clock(), new SecureRandom());
        List<ReportSubmission> submissions =
                sharing.preview(new ReportSource(session.home(), session.clock()).reports());
        session.out()
                .print(submissions.stream()
                        .map(submission -> new String(submission.bytes(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("\n")));
        session.out().flush();
        if (!output.json) {
            if (!submissions.isEmpty()) {
                session.err().println();
            }
            session.err().println(words(submissions.size(), sharing));
        }
        return ExitCode.OK;
    }

    private static String words(int reports, Sharing sharing) {
        if (reports == 0) {
            return sharing.status().slots().isEmpty()
                    ? "Nothing to send yet: a summary needs at least 5 ratings of one kind of recording in one month."
                    : "Nothing new to send; auralis share status shows what was sent.";
        }
        return (reports == 1 ? "This is what is sent" : "These " + reports + " lines are what is sent, each by itself")
                + (sharing.isOn() ? ", to the server you chose." : " if you turn sharing on; it is off.")
                + " With each goes one anonymous contribution token, in a header.";
    }
}
