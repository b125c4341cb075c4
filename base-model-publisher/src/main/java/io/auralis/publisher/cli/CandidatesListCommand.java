package io.auralis.publisher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What there is to review. */
@Command(
        name = "list",
        description = "Lists the candidates with their state.",
        footer = {"", "Example:", "  auralis maintainer candidates list"})
final class CandidatesListCommand implements Callable<Integer> {
    private final LocalCommunity community;

    @Mixin
    private final Connection connection = new Connection();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    CandidatesListCommand(LocalCommunity community) {
        this.community = community;
    }

    @Override
    public Integer call() {
        JsonNode answer = connection.open(community).get("/v1/candidates");
        Screen.print(spec, connection.json(), answer, CandidateText::list);
        return ExitCode.OK;
    }
}
