package io.auralis.integration;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import io.auralis.deploy.stack.Installation;
import io.auralis.deploy.stack.LocalStack;
import io.auralis.deploy.stack.Member;
import io.auralis.deploy.stack.MemberStatus;
import io.auralis.deploy.stack.StackFolder;
import io.auralis.deploy.stack.StackState;
import io.auralis.tokens.PrivateTokenScheme;
import io.auralis.tokens.Token;
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
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A local stack as an operator starts it, and what the tests do to it from outside. */
final class RunningCommunity implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Path folder;
    private final Map<String, String> settings;
    private final LocalStack stack;
    private final StackState state;

    /** By member, as of the last time all were up: to ask the stack takes seconds, in which a moment would pass. */
    private Map<String, Long> pids = Map.of();

    /** As {@code community up} starts it: a new report costs a contribution token. */
    static RunningCommunity withTokens(Path folder) {
        return new RunningCommunity(folder, Map.of());
    }

    /** Reports are free, since to draw tokens for thousands of them would be most of the load. */
    static RunningCommunity open(Path folder) {
        return new RunningCommunity(folder, Map.of("AURALIS_INGEST_TOKENS_MODE", "open"));
    }

    private RunningCommunity(Path folder, Map<String, String> settings) {
        this.settings = settings;
        this.folder = folder;
        this.stack = new LocalStack(new StackFolder(folder), sentence -> {});
        this.state = up();
    }

    StackState state() {
        return state;
    }

    private StackState up() {
        Path root = Path.of("..").toAbsolutePath().normalize();
        StackState up = stack.up(
                new Installation(
                        root,
                        Path.of(System.getProperty("java.home")),
                        System.getProperty("java.class.path"),
                        settings),
                Map.of());
        pids = stack.status().stream().collect(Collectors.toMap(MemberStatus::name, MemberStatus::pid));
        return up;
    }

    /** Ends a member as a power cut would: all of its processes at once, and nothing is told to anyone. */
    void kill(Member member) throws Exception {
        List<ProcessHandle> all = processesOf(member);
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : all) {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** Lets a member stand still, as if its disk did not answer. */
    void stall(Member member, Duration howLong) throws Exception {
        List<ProcessHandle> all = processesOf(member);
        signal("-STOP", all);
        try {
            LockSupport.parkNanos(howLong.toNanos());
        } finally {
            signal("-CONT", all);
        }
    }

    /** A process that ended meanwhile, as PostgreSQL's workers do, is no failure. */
    private static void signal(String signal, List<ProcessHandle> processes) throws Exception {
        for (ProcessHandle process : processes) {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }
    }

    long pid(Member member) {
        return pids.get(member.title());
    }

    private List<ProcessHandle> processesOf(Member member) {
        Stream<ProcessHandle> started = ProcessHandle.of(pid(member)).stream();
        // PostgreSQL's server is no child of the process that started it, and its workers are children of the server.
        Stream<ProcessHandle> servers = member == Member.DATABASE
                ? ProcessHandle.allProcesses()
                        .filter(process -> process.info().command().orElse("").endsWith("/postgres")
                                && process.info().commandLine().orElse("").contains(folder.toString()))
                        .flatMap(server -> Stream.concat(Stream.of(server), server.descendants()))
                : Stream.empty();
        return Stream.concat(started, servers).distinct().toList();
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

    /** Waits until all that was sent is counted and in PostgreSQL. */
    void awaitCounted() throws Exception {
        Await.until("everything is counted and in PostgreSQL", () -> {
            JsonNode status = status();
            return status.path("lag").asLong(-1) == 0 && status.path("sinkLag").asLong(-1) == 0;
        });
    }

    /** Live reports and counted contributors in PostgreSQL, as the aggregator's own role sees them. */
    long contributors() throws SQLException, IOException {
        try (Connection connection = database("aggregator");
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select coalesce(sum(contributors), 0) from aggregator.cohort_state")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** A connection as one of the roles. */
    Connection database(String role) throws SQLException, IOException {
        Properties accounts = new Properties();
        try (InputStream file = Files.newInputStream(Path.of(state.databaseAccountsFile()))) {
            accounts.load(file);
        }
        return DriverManager.getConnection(state.databaseUrl(), role, accounts.getProperty(role));
    }

    HttpResponse<String> postReport(byte[] submission) throws Exception {
        return send(reportPost(submission));
    }

    /** @param token that pays for it */
    HttpResponse<String> postReport(byte[] submission, Token token) throws Exception {
        return send(reportPost(submission).header("Authorization", PrivateTokenScheme.authorization(token.text())));
    }

    private HttpRequest.Builder reportPost(byte[] submission) {
        return HttpRequest.newBuilder(URI.create(state.ingest() + "/v1/reports"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(submission));
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
