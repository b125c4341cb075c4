package io.auralis.publisher.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;

/** Prints an answer: as the publisher gave it, or in words. */
final class Screen {
    private Screen() {}

    static void print(CommandSpec spec, boolean json, JsonNode answer, Function<JsonNode, List<String>> words) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(answer));
        } else {
            words.apply(answer).forEach(out::println);
        }
        out.flush();
    }
}
