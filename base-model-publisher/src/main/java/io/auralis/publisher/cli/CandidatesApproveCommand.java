package io.auralis.publisher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says yes to a candidate. */
@Command(
        name = "approve",
        description = "Approves a candidate.",
        footer = {
            "",
            "Example:",
            "  auralis maintainer candidates approve studio-bass --reason \"Clear in both months.\""
        })
final class CandidatesApproveCommand implements Callable<Integer> {
    private final LocalCommunity community;

    @Mixin
    private final Connection connection = new Connection();

    @Parameters(paramLabel = "ID", description = "The candidate, as the list names it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String id;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why it is right; kept with the decision.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String reason;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    CandidatesApproveCommand(LocalCommunity community) {
        this.community = community;
    }

    @Override
    public Integer call() {
        JsonNode answer = connection
                .open(community)
                .post(Arguments.candidate(spec, id) + "/approve", Map.of("reason", Arguments.reason(spec, reason)));
        Screen.print(spec, connection.json(), answer, CandidateText::decided);
        return ExitCode.OK;
    }
}
