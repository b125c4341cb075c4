package io.auralis.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.auralis.benchmarks.process.Programs;
import io.auralis.contracts.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What every benchmark takes. */
final class CommonOptions {
    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "512m",
            description = "Heap of each process (default: ${DEFAULT-VALUE}).")
    String heap = "512m";

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Keep data and logs here, in an empty folder (default: a temporary one, deleted at the end).")
    @Nullable
    Path folder;

    @Option(names = "--json", paramLabel = "FILE", description = "Write all figures to a file as JSON, too.")
    @Nullable
    Path json;

    Programs programs() {
        return Programs.ofThisProcess(heap);
    }

    /** Prints the table, and writes all figures to the file where one was given. */
    void write(CommandSpec spec, String table, Object figures) {
        spec.commandLine().getOut().print(table);
        spec.commandLine().getOut().flush();
        if (json == null) {
            return;
        }
        try {
            Files.writeString(
                    json, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(figures) + "\n");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the figures did not serialise", impossible);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + json, e);
        }
    }
}
