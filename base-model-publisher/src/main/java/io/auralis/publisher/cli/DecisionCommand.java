package io.auralis.publisher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A maintainer's word on a candidate; the command's name is what he does. */
abstract class DecisionCommand extends PublisherCommand {
    @Parameters(paramLabel = "ID", description = "The candidate, as the list names it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String id;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why you ${COMMAND-NAME} it; kept with the decision.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String reason;

    DecisionCommand(LocalCommunity community) {
        super(community);
    }

    @Override
    final JsonNode ask(PublisherClient publisher) {
        return publisher.post(
                Arguments.candidate(spec(), id) + "/" + spec().name(),
                Map.of("reason", Arguments.reason(spec(), reason)));
    }

    @Override
    final List<String> words(JsonNode answer) {
        return CandidateText.decided(answer);
    }
}
