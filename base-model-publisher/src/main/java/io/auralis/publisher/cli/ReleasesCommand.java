package io.auralis.publisher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import picocli.CommandLine.Command;

/** What was released. */
@Command(
        name = "releases",
        description = "Lists the releases, newest first.",
        footer = {"", "Example:", "  auralis maintainer releases"})
final class ReleasesCommand extends PublisherCommand {
    ReleasesCommand(LocalCommunity community) {
        super(community);
    }

    @Override
    JsonNode ask(PublisherClient publisher) {
        return publisher.get("/v1/releases");
    }

    @Override
    List<String> words(JsonNode answer) {
        return ReleaseText.list(answer);
    }
}
