package io.auralis.benchmarks.endpoint;

import io.auralis.benchmarks.kafka.BenchmarkBroker;
import io.auralis.benchmarks.payload.BodyFormat;
import io.auralis.benchmarks.process.BenchmarkException;
import io.auralis.benchmarks.process.Programs;
import io.auralis.benchmarks.process.ServerProcess;
import io.auralis.benchmarks.process.Web;
import io.auralis.contracts.taste.Topics;
import io.auralis.deploy.database.LocalDatabase;
import io.auralis.deploy.net.FreePort;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The endpoints on one broker, each a process; a peer runs already. */
public final class Endpoints implements AutoCloseable {
    /** What kafka-producer-perf-test writes to. */
    public static final String PRODUCER_TOPIC = "benchmark-producer";

    private static final String TOKENS = "tokens";
    private static final String BARE_TOPIC = "benchmark-bare";
    private static final String PEER_TOPIC = "benchmark-peer";

    private final Programs programs;
    private final Path folder;
    private final BenchmarkBroker broker;
    private final List<ServerProcess> processes = new ArrayList<>();
    private @Nullable LocalDatabase database;

    /**
     * @param folder for data and logs
     * @param brokerPort of 127.0.0.1, 0 for a free one
     */
    public Endpoints(Programs programs, Path folder, int brokerPort) {
        this.programs = programs;
        this.folder = folder;
        this.broker = BenchmarkBroker.start(programs, folder, brokerPort);
        for (String topic : List.of(BARE_TOPIC, PEER_TOPIC, PRODUCER_TOPIC)) {
            broker.create(topic, Map.of());
        }
    }

    public BenchmarkBroker broker() {
        return broker;
    }

    /**
     * @param mode of its tokens: open, or tokens, which starts a database beside it
     * @throws BenchmarkException for another mode
     */
    public Target ingest(String mode) {
        Map<String, String> settings = new HashMap<>(Map.of("AURALIS_INGEST_TOKENS_MODE", mode));
        if (mode.equals(TOKENS)) {
            settings.putAll(spentTokens());
        } else if (!mode.equals("open")) {
            throw new BenchmarkException("A mode is open or tokens, not " + mode + ".");
        }
        Target stopped = new Target(
                "ingest-service, " + mode,
                "http://127.0.0.1:" + FreePort.next(),
                "/v1/reports",
                "/q/health/ready",
                BodyFormat.SUBMISSIONS,
                Topics.TASTE_REPORTS,
                mode.equals(TOKENS),
                null);
        return start(stopped, "ingest-service", settings);
    }

    private Map<String, String> spentTokens() {
        if (database == null) {
            database = LocalDatabase.start(folder.resolve("postgresql"));
        }
        return Map.of(
                "AURALIS_INGEST_TOKENS_KEY_FOLDER", folder.resolve("token-keys").toString(),
                "AURALIS_INGEST_ISSUANCE_DAILY_LIMIT", "100000000",
                "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", "ingest",
                "QUARKUS_DATASOURCE_PASSWORD", database.password("ingest"));
    }

    /** Makes every token new again, so that each run pays for new reports and not for known ones. */
    public void forgetSpentTokens() {
        if (database == null) {
            return;
        }
        try (Connection connection = database.connect("ingest");
                Statement statement = connection.createStatement()) {
            statement.execute("truncate ingest.spent_token");
        } catch (SQLException e) {
            throw new BenchmarkException("The spent tokens could not be forgotten.", e);
        }
    }

    public Target bareEndpoint() {
        Target stopped = new Target(
                "bare endpoint",
                "http://127.0.0.1:" + FreePort.next(),
                "/records",
                "",
                BodyFormat.LINES,
                BARE_TOPIC,
                false,
                null);
        return start(stopped, "benchmarks/bare-endpoint", Map.of("BARE_TOPIC", BARE_TOPIC));
    }

    /**
     * @param address without a path
     * @param pid of its process, if known
     */
    public static Target peer(String address, @Nullable Long pid) {
        return new Target(
                "peer", address, "/topics/" + PEER_TOPIC, "/ready", BodyFormat.BRIDGE_RECORDS, PEER_TOPIC, false, pid);
    }

    private Target start(Target target, String module, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put(
                "QUARKUS_HTTP_PORT", target.address().substring(target.address().lastIndexOf(':') + 1));
        ServerProcess process = ServerProcess.start(
                target.name(),
                programs.service(module),
                environment,
                folder.resolve(target.name().replaceAll("\\W+", "-") + ".log"));
        processes.add(process);
        // Where there is no readiness, any answer tells that it is up.
        process.awaitReady(() -> target.readyPath().isEmpty()
                ? Web.get(target.url()).isPresent()
                : Web.answers(target.address() + target.readyPath()));
        return new Target(
                target.name(),
                target.address(),
                target.path(),
                target.readyPath(),
                target.format(),
                target.topic(),
                target.paid(),
                process.pid());
    }

    @Override
    public void close() {
        processes.forEach(ServerProcess::close);
        if (database != null) {
            database.close();
        }
        broker.close();
    }
}
