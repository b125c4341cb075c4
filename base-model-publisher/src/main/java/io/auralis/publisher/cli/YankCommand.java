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

/** Takes a release back. */
@Command(
        name = "yank",
        description = "Takes a release back: it is offered no more, and agents that have it leave it.",
        footer = {"", "Example:", "  auralis maintainer yank 1.1.0 --reason \"Booms in cars.\""})
final class YankCommand implements Callable<Integer> {
    private final LocalCommunity community;

    @Mixin
    private final Connection connection = new Connection();

    @Parameters(paramLabel = "VERSION", description = "The released version, such as 1.1.0.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String version;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; kept with the release.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String reason;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    YankCommand(LocalCommunity community) {
        this.community = community;
    }

    @Override
    public Integer call() {
        JsonNode answer = connection
                .open(community)
                .post(Arguments.release(spec, version) + "/yank", Map.of("reason", Arguments.reason(spec, reason)));
        Screen.print(spec, connection.json(), answer, ReleaseText::yanked);
        return ExitCode.OK;
    }
}
