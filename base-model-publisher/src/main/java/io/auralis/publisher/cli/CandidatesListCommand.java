package io.auralis.publisher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import picocli.CommandLine.Command;

/** What there is to review. */
@Command(
        name = "list",
        description = "Lists the candidates with their state.",
        footer = {"", "Example:", "  auralis maintainer candidates list"})
final class CandidatesListCommand extends PublisherCommand {
    CandidatesListCommand(LocalCommunity community) {
        super(community);
    }

    @Override
    JsonNode ask(PublisherClient publisher) {
        return publisher.get("/v1/candidates");
    }

    @Override
    List<String> words(JsonNode answer) {
        return CandidateText.list(answer);
    }
}
