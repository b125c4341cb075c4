package io.auralis.publisher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that asks the publisher one thing and prints its answer. */
abstract class PublisherCommand implements Callable<Integer> {
    private final LocalCommunity community;

    @Mixin
    private final Connection connection = new Connection();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    PublisherCommand(LocalCommunity community) {
        this.community = community;
    }

    /** Checks the command's own arguments and sends its one request. */
    abstract JsonNode ask(PublisherClient publisher);

    abstract List<String> words(JsonNode answer);

    final CommandSpec spec() {
        return spec;
    }

    @Override
    public final Integer call() {
        JsonNode answer = ask(connection.open(community));
        Screen.print(spec, connection.json(), answer, this::words);
        return ExitCode.OK;
    }
}
