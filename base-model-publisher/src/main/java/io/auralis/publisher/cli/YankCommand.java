package io.auralis.publisher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a release back. */
@Command(
        name = "yank",
        description = "Takes a release back: it is offered no more, and agents that have it leave it.",
        footer = {"", "Example:", "  auralis maintainer yank 1.1.0 --reason \"Booms in cars.\""})
final class YankCommand extends PublisherCommand {
    @Parameters(paramLabel = "VERSION", description = "The released version, such as 1.1.0.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String version;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; kept with the release.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String reason;

    YankCommand(LocalCommunity community) {
        super(community);
    }

    @Override
    JsonNode ask(PublisherClient publisher) {
        return publisher.post(
                Arguments.release(spec(), version) + "/yank", Map.of("reason", Arguments.reason(spec(), reason)));
    }

    @Override
    List<String> words(JsonNode answer) {
        return ReleaseText.yanked(answer);
    }
}
