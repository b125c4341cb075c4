package io.auralis.integration;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import io.auralis.deploy.stack.Installation;
import io.auralis.deploy.stack.LocalStack;
import io.auralis.deploy.stack.Member;
import io.auralis.deploy.stack.MemberStatus;
import io.auralis.deploy.stack.StackFolder;
import io.auralis.deploy.stack.StackState;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A local stack as an operator starts it, and what the tests do to it from outside. */
final class RunningCommunity implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Path folder;
    private final LocalStack stack;
    private final StackState state;

    RunningCommunity(Path folder) {
        this.folder = folder;
        this.stack = new LocalStack(new StackFolder(folder), sentence -> {});
        this.state = up();
    }

    StackState state() {
        return state;
    }

    private StackState up() {
        Path root = Path.of("..").toAbsolutePath().normalize();
        return stack.up(
                new Installation(root, Path.of(System.getProperty("java.home")), System.getProperty("java.class.path")),
                Map.of());
    }

    /** Ends the broker as a power cut would. */
    void killBroker() throws Exception {
        long pid = stack.status().stream()
                .filter(member -> member.name().equals(Member.BROKER.title()))
                .findFirst()
                .orElseThrow()
                .pid();
        ProcessHandle broker = ProcessHandle.of(pid).orElseThrow();
        broker.destroyForcibly();
        broker.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    /** Starts again what is not running, as {@code community up} does. */
    void restore() {
        up();
    }

    /** Every process of the stack: its members, and what they started in its folder, as PostgreSQL's own. */
    List<ProcessHandle> processes() {
        List<Long> members = stack.status().stream()
                .map(MemberStatus::pid)
                .filter(pid -> pid != 0)
                .toList();
        return ProcessHandle.allProcesses()
                .filter(process -> members.contains(process.pid())
                        || process.info().commandLine().orElse("").contains(folder.toString()))
                .toList();
    }

    JsonNode status() throws Exception {
        return json(send(HttpRequest.newBuilder(URI.create(state.aggregator() + "/v1/status"))
                .GET()));
    }

    /** Live reports and counted contributors in PostgreSQL, as the aggregator's own role sees them. */
    long contributors() throws SQLException, IOException {
        Properties accounts = new Properties();
        try (InputStream file = Files.newInputStream(Path.of(state.databaseAccountsFile()))) {
            accounts.load(file);
        }
        try (Connection connection = DriverManager.getConnection(
                        state.databaseUrl(), "aggregator", accounts.getProperty("aggregator"));
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select coalesce(sum(contributors), 0) from aggregator.cohort_state")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    HttpResponse<String> postReport(byte[] submission) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(state.ingest() + "/v1/reports"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(submission)));
    }

    JsonNode derive() throws Exception {
        return json(send(HttpRequest.newBuilder(URI.create(state.aggregator() + "/v1/candidates/derive"))
                .POST(HttpRequest.BodyPublishers.noBody())));
    }

    HttpResponse<String> asNobody(String method, String path, String body) throws Exception {
        return send(toPublisher(method, path, body));
    }

    JsonNode asMaintainer(String method, String path, String body) throws Exception {
        String password =
                Files.readString(Path.of(state.maintainerPasswordFile())).strip();
        String credentials = Base64.getEncoder()
                .encodeToString((state.maintainerAccount() + ":" + password).getBytes(StandardCharsets.UTF_8));
        return json(send(toPublisher(method, path, body).header("Authorization", "Basic " + credentials)));
    }

    private HttpRequest.Builder toPublisher(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(state.publisher() + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return Json.read(answer.body().getBytes(StandardCharsets.UTF_8), JsonNode.class);
    }

    @Override
    public void close() {
        stack.down();
    }
}
