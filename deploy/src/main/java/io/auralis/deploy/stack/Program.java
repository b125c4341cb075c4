package io.auralis.deploy.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one member is started.
 *
 * @param command with its arguments; holds no secret, since every user of the machine can read it
 * @param environment variables that it gets beyond the operator's own, secrets among them
 */
record Program(List<String> command, Map<String, String> environment) {
    /** Every listener of a simulated population comes from this machine's one address. */
    private static final String ONE_MACHINE_TOKENS = "1000000";

    Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * What a member runs.
     *
     * @param installation Java and the built modules
     * @param databasePassword of the member's role, empty where it has none
     */
    static Program of(
            Member member, Installation installation, StackFolder folder, StackPorts ports, String databasePassword) {
        StackState state = StackState.of(folder, ports);
        String port = Integer.toString(ports.of(member));
        Map<String, String> environment = new LinkedHashMap<>(installation.settings());
        switch (member) {
            case DATABASE -> {
                // Unpacking PostgreSQL's files takes a window of 64 MB.
                return new Program(
                        installation.own(
                                "160m",
                                "io.auralis.deploy.database.DatabaseProcess",
                                folder.database().toString(),
                                port,
                                folder.databaseBinaries().toString()),
                        environment);
            }
            case BROKER -> {
                return new Program(
                        installation.own(
                                "256m",
                                "io.auralis.deploy.broker.BrokerProcess",
                                folder.broker().toString(),
                                port),
                        environment);
            }
            case INGEST -> {
                environment.put("KAFKA_BOOTSTRAP_SERVERS", state.kafka());
                environment.put(
                        "AURALIS_INGEST_TOKENS_KEY_FOLDER",
                        folder.ingest().resolve("token-keys").toString());
                environment.put("AURALIS_INGEST_TOKENS_HOSTS", "127.0.0.1,localhost");
                environment.put("AURALIS_INGEST_ISSUANCE_DAILY_LIMIT", ONE_MACHINE_TOKENS);
                database(environment, state, "ingest", databasePassword);
            }
            case AGGREGATOR -> {
                environment.put("KAFKA_BOOTSTRAP_SERVERS", state.kafka());
                environment.put(
                        "AURALIS_AGGREGATOR_STATE_DIR", folder.aggregator().toString());
                database(environment, state, "aggregator", databasePassword);
            }
            case PUBLISHER -> {
                environment.put(
                        "AURALIS_PUBLISHER_DIRECTORY", folder.publisher().toString());
                environment.put(
                        "AURALIS_PUBLISHER_ACCOUNTS_FILE", folder.accounts().toString());
                database(environment, state, "publisher", databasePassword);
            }
        }
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", port);
        return new Program(installation.service(member.title(), "256m"), environment);
    }

    private static void database(
            Map<String, String> environment, StackState state, String role, String databasePassword) {
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", state.databaseUrl());
        environment.put("QUARKUS_DATASOURCE_USERNAME", role);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", databasePassword);
    }

    /**
     * Starts it in a session of its own where the system can, so that it survives the terminal.
     *
     * @param log that its output is appended to
     */
    Process start(Path folder, Path log) throws java.io.IOException {
        List<String> words = new ArrayList<>();
        for (String place : new String[] {"/usr/bin/setsid", "/bin/setsid"})
            if (words.isEmpty() && Files.isExecutable(Path.of(place))) words.add(place);
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
