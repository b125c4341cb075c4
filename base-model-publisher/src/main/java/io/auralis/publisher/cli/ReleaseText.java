package io.auralis.publisher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The publisher's answers about releases in words. */
final class ReleaseText {
    private ReleaseText() {}

    static List<String> list(JsonNode answer) {
        Table table = new Table().row("VERSION", "STATE", "RELEASED", "BY", "SUMMARY");
        for (JsonNode release : answer.path("releases")) {
            table.row(
                    release.path("version").asText(),
                    release.path("state").asText(),
                    release.path("releasedAt").asText(),
                    release.path("releasedBy").asText("-"),
                    release.path("summary").asText());
        }
        return table.lines();
    }

    static List<String> released(JsonNode release) {
        List<String> lines = new ArrayList<>();
        lines.add("Released base model " + release.path("version").asText() + " (SHA-256 "
                + release.path("sha256").asText() + ").");
        release.path("changelog").forEach(change -> lines.add("  " + change.asText()));
        return lines;
    }

    static List<String> yanked(JsonNode release) {
        return List.of("Base model " + release.path("version").asText()
                + " is offered no more; agents that have it leave it: "
                + release.path("yankReason").asText());
    }
}
