package io.auralis.agent.cli;

import io.auralis.agent.exchange.ServerAddress;
import io.auralis.agent.sharing.Consent;
import io.auralis.agent.sharing.ConsentText;
import io.auralis.agent.sharing.Sharing;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code auralis enable-sharing}. */
@Command(
        name = "enable-sharing",
        description = "Consent to share anonymous summaries; says what will and what will never be sent.",
        footer = {"", "Example: auralis enable-sharing --server https://reports.example.org/"})
final class EnableSharingCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "Where to send; default: where it was, or the community on this machine.")
    private @Nullable String server;

    EnableSharingCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Sharing sharing = new Sharing(session.home(), session.clock(), new SecureRandom());
        String address = Optional.ofNullable(server)
                .or(() -> sharing.consent().map(Consent::server))
                .or(() -> new LocalCommunity(session.environment()).address("ingest"))
                .orElseThrow(() -> new IllegalArgumentException(
                        "No server is known; name one: auralis enable-sharing --server URL."));
        Consent consent = sharing.enable(ServerAddress.parse(address));
        if (output.json) {
            Output.printJson(session.out(), consent);
        } else {
            session.out().println("Sharing is on. Summaries go to " + consent.server());
            session.out().println();
            ConsentText.LINES.forEach(session.out()::println);
            session.out().println();
            session.out()
                    .println("Your consent to this text (version " + consent.textVersion() + ") was recorded at "
                            + Moment.text(consent.at()) + ".");
        }
        return ExitCode.OK;
    }
}
