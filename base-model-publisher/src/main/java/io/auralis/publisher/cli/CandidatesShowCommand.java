package io.auralis.publisher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One candidate with its evidence. */
@Command(
        name = "show",
        description = "Shows one candidate with its evidence in words.",
        footer = {"", "Example:", "  auralis maintainer candidates show studio-bass"})
final class CandidatesShowCommand implements Callable<Integer> {
    private final LocalCommunity community;

    @Mixin
    private final Connection connection = new Connection();

    @Parameters(paramLabel = "ID", description = "The candidate, as the list names it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String id;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    CandidatesShowCommand(LocalCommunity community) {
        this.community = community;
    }

    @Override
    public Integer call() {
        JsonNode answer = connection.open(community).get(Arguments.candidate(spec, id));
        Screen.print(spec, connection.json(), answer, CandidateText::whole);
        return ExitCode.OK;
    }
}
