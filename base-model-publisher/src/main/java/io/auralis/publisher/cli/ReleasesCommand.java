package io.auralis.publisher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What was released. */
@Command(
        name = "releases",
        description = "Lists the releases, newest first.",
        footer = {"", "Example:", "  auralis maintainer releases"})
final class ReleasesCommand implements Callable<Integer> {
    private final LocalCommunity community;

    @Mixin
    private final Connection connection = new Connection();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ReleasesCommand(LocalCommunity community) {
        this.community = community;
    }

    @Override
    public Integer call() {
        JsonNode answer = connection.open(community).get("/v1/releases");
        Screen.print(spec, connection.json(), answer, ReleaseText::list);
        return ExitCode.OK;
    }
}
