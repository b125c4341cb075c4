package io.auralis.benchmarks.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.benchmarks.process.BenchmarkException;
import io.auralis.benchmarks.process.Output;
import io.auralis.contracts.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** wrk (Debian's package of that name) with our script; one thread, since client and server share few cores. */
public final class Wrk implements Client {
    /** Beyond this an answer counts as an error; the slowest that is still of interest takes about a second. */
    private static final String TIMEOUT = "10s";

    private static final String RESULT = "measured ";

    private final Path script;

    private Wrk(Path script) {
        this.script = script;
    }

    /**
     * @param folder that the script is put into
     * @throws BenchmarkException when wrk is not installed
     */
    public static Wrk in(Path folder) {
        if (!installed()) {
            throw new BenchmarkException("wrk is not installed (on Debian: apt install wrk).");
        }
        Path script = folder.resolve("post-bodies.lua");
        try (InputStream in = Wrk.class.getResourceAsStream("post-bodies.lua")) {
            if (in == null) {
                throw new IllegalStateException("missing from this build: post-bodies.lua");
            }
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + script, e);
        }
        return new Wrk(script);
    }

    private static boolean installed() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, "wrk"))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Measured run(Load load) {
        List<String> printed = Output.of(
                "wrk",
                List.of(
                        "wrk",
                        "--threads",
                        "1",
                        "--connections",
                        Integer.toString(load.connections()),
                        "--duration",
                        load.seconds() + "s",
                        "--timeout",
                        TIMEOUT,
                        "--script",
                        script.toString(),
                        load.url(),
                        "--",
                        load.bodies().toString(),
                        load.contentType()));
        String result = printed.stream()
                .filter(line -> line.startsWith(RESULT))
                .findFirst()
                .orElseThrow(() -> new BenchmarkException("wrk printed no result: " + printed));
        return parse(result.substring(RESULT.length()));
    }

    @Override
    public String name() {
        return "wrk, one thread";
    }

    static Measured parse(String json) {
        JsonNode result = Json.read(json.getBytes(StandardCharsets.UTF_8), JsonNode.class);
        return new Measured(
                result.path("requests").asLong(),
                result.path("micros").asDouble() / 1e6,
                result.path("p50Micros").asDouble() / 1e3,
                result.path("p99Micros").asDouble() / 1e3,
                result.path("errors").asLong());
    }
}
