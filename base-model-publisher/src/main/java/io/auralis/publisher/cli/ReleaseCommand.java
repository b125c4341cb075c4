package io.auralis.publisher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes the next base model. */
@Command(
        name = "release",
        description = {
            "Composes the next base model from approved candidates, signs it and offers it to all agents.",
            "Takes all approved candidates unless some are named."
        },
        footer = {"", "Example:", "  auralis maintainer release --summary \"A little more bass.\""})
final class ReleaseCommand implements Callable<Integer> {
    private final LocalCommunity community;

    @Mixin
    private final Connection connection = new Connection();

    @Option(
            names = "--summary",
            paramLabel = "TEXT",
            defaultValue = "The approved candidates.",
            description = "What the release is, for the listeners (default: \"${DEFAULT-VALUE}\").")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String summary;

    @Option(names = "--candidate", paramLabel = "ID", description = "Take this approved candidate; may be repeated.")
    private List<String> candidates = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ReleaseCommand(LocalCommunity community) {
        this.community = community;
    }

    @Override
    public Integer call() {
        Map<String, Object> request = new HashMap<>();
        request.put("summary", summary);
        if (!candidates.isEmpty()) {
            request.put("candidates", candidates);
        }
        JsonNode answer = connection.open(community).post("/v1/releases", request);
        Screen.print(spec, connection.json(), answer, ReleaseText::released);
        return ExitCode.OK;
    }
}
