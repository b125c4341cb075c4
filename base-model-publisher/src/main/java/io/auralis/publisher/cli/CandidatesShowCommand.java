package io.auralis.publisher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One candidate with its evidence. */
@Command(
        name = "show",
        description = "Shows one candidate with its evidence in words.",
        footer = {"", "Example:", "  auralis maintainer candidates show studio-bass"})
final class CandidatesShowCommand extends PublisherCommand {
    @Parameters(paramLabel = "ID", description = "The candidate, as the list names it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String id;

    CandidatesShowCommand(LocalCommunity community) {
        super(community);
    }

    @Override
    JsonNode ask(PublisherClient publisher) {
        return publisher.get(Arguments.candidate(spec(), id));
    }

    @Override
    List<String> words(JsonNode answer) {
        return CandidateText.whole(answer);
    }
}
