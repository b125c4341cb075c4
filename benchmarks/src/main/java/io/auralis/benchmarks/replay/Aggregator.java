package io.auralis.benchmarks.replay;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.benchmarks.kafka.BenchmarkBroker;
import io.auralis.benchmarks.process.ProcessUsage;
import io.auralis.benchmarks.process.Programs;
import io.auralis.benchmarks.process.ServerProcess;
import io.auralis.benchmarks.process.Web;
import io.auralis.contracts.json.Json;
import io.auralis.deploy.database.LocalDatabase;
import io.auralis.deploy.net.FreePort;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** The aggregator as a process, counting the topic anew. */
final class Aggregator implements AutoCloseable {
    private static final String ROLE = "aggregator";

    private final String address;
    private final ServerProcess process;

    private Aggregator(String address, ServerProcess process) {
        this.address = address;
        this.process = process;
    }

    /** @param generation above all before: it shares no state with them, and its counts replace theirs */
    static Aggregator start(
            Programs programs,
            Path folder,
            BenchmarkBroker broker,
            LocalDatabase database,
            int generation,
            int threads) {
        int port = FreePort.next();
        ServerProcess process = ServerProcess.start(
                "the aggregator",
                programs.service("aggregator"),
                Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        broker.bootstrapServers(),
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        database.jdbcUrl(),
                        "QUARKUS_DATASOURCE_USERNAME",
                        ROLE,
                        "QUARKUS_DATASOURCE_PASSWORD",
                        database.password(ROLE),
                        "AURALIS_AGGREGATOR_STATE_DIR",
                        folder.resolve("state-" + generation).toString(),
                        "AURALIS_AGGREGATOR_GENERATION",
                        Integer.toString(generation),
                        "AURALIS_AGGREGATOR_THREADS",
                        Integer.toString(threads),
                        "QUARKUS_HTTP_HOST",
                        "127.0.0.1",
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(port)),
                folder.resolve("aggregator.log"));
        return new Aggregator("http://127.0.0.1:" + port, process);
    }

    void awaitReady() {
        // The same question as during a replay, so that asking costs the start and the replay alike.
        process.awaitReady(() -> status().path("ready").asBoolean());
    }

    /** Its own word on how far it is; an empty object while it does not answer. */
    JsonNode status() {
        return Web.get(address + "/v1/status")
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> Json.read(answer.body().getBytes(StandardCharsets.UTF_8), JsonNode.class))
                .orElseGet(() -> Json.mapper().createObjectNode());
    }

    ServerProcess process() {
        return process;
    }

    ProcessUsage usage() {
        return ProcessUsage.of(process.pid());
    }

    @Override
    public void close() {
        process.close();
    }
}
