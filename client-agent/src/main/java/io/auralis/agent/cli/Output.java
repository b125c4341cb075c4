package io.auralis.agent.cli;

import io.auralis.contracts.json.Json;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** The two options every command has: {@code --json} for scripts, {@code --stacktrace} for the cause of a failure. */
final class Output {
    @Option(names = "--json", description = "Print the result as JSON.")
    boolean json;

    @Option(names = "--stacktrace", description = "Print the cause of a failure.")
    boolean stacktrace;

    /** Prints the value as JSON, indented, keys in the order of the record. */
    static void printJson(PrintWriter out, Object value) {
        out.println(Json.pretty(value));
    }
}
