package io.auralis.publisher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes the next base model. */
@Command(
        name = "release",
        description = {
            "Composes the next base model from approved candidates, signs it and offers it to all agents.",
            "Takes all approved candidates unless some are named."
        },
        footer = {"", "Example:", "  auralis maintainer release --summary \"A little more bass.\""})
final class ReleaseCommand extends PublisherCommand {
    @Option(
            names = "--summary",
            paramLabel = "TEXT",
            defaultValue = "The approved candidates.",
            description = "What the release is, for the listeners (default: \"${DEFAULT-VALUE}\").")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String summary;

    @Option(names = "--candidate", paramLabel = "ID", description = "Take this approved candidate; may be repeated.")
    private List<String> candidates = List.of();

    ReleaseCommand(LocalCommunity community) {
        super(community);
    }

    @Override
    JsonNode ask(PublisherClient publisher) {
        Map<String, Object> request = new HashMap<>();
        request.put("summary", summary);
        if (!candidates.isEmpty()) {
            request.put("candidates", candidates);
        }
        return publisher.post("/v1/releases", request);
    }

    @Override
    List<String> words(JsonNode answer) {
        return ReleaseText.released(answer);
    }
}
