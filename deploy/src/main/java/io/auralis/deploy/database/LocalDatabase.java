package io.auralis.deploy.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL 18 on 127.0.0.1 that keeps its data, port and passwords in a folder: it can be stopped and started
 * again. Writes are durable ({@code fsync} and {@code synchronous_commit} on). It holds the database {@value #DATABASE} and
 * the roles {@code ingest}, {@code aggregator} and {@code publisher}, which authenticate by password (SCRAM-SHA-256) and may each create
 * schemas of their own. Runs as root too. One thread at a time may start and stop it.
 */
public final class LocalDatabase implements AutoCloseable {
    /** The database that the services share; each owns its schema in it. */
    public static final String DATABASE = "auralis";

    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    /** Until the superuser has a password, he alone gets in, and only from this machine. */
    private static final String OPENING_RULES = "host all postgres 127.0.0.1/32 trust\n";

    private static final String RULES = "host all all 127.0.0.1/32 scram-sha-256\n";

    private final Path folder;
    private final Path binaries;
    private final DatabaseAccounts accounts;
    private @Nullable EmbeddedPostgres server;

    private LocalDatabase(Path folder, Path binaries, DatabaseAccounts accounts) {
        this.folder = folder;
        this.binaries = binaries;
        this.accounts = accounts;
    }

    /** Starts a database at the folder's remembered port, or a free one, with the program files in the user's cache. */
    public static LocalDatabase start(Path folder) {
        return start(folder, 0, cache(folder));
    }

    /**
     * Starts a database on a port of 127.0.0.1 and returns when it answers.
     *
     * @param folder of its data
     * @param port 1 to 65535, or 0 for the remembered or a free one
     * @param binaries folder that its program files (60 MB) are unpacked to, once
     * @throws IllegalStateException when it does not come up, for instance since the port is taken
     * @throws UncheckedIOException when a folder cannot be written
     */
    public static LocalDatabase start(Path folder, int port, Path binaries) {
        try {
            Files.createDirectories(folder);
            LocalDatabase database = new LocalDatabase(folder, binaries, DatabaseAccounts.of(folder, port));
            database.start();
            return database;
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write the database's folder " + folder, unwritable);
        }
    }

    /** Address for {@code quarkus.datasource.jdbc.url}; the same after a restart. */
    public String jdbcUrl() {
        return url(DATABASE);
    }

    /** Password of the role {@code ingest}, {@code aggregator}, {@code publisher}, or of the superuser {@code postgres}. */
    public String password(String role) {
        return accounts.password(role);
    }

    /** A new connection to {@link #jdbcUrl()}, for instance to look at what a service wrote; the caller closes it. */
    public Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), role, password(role));
    }

    /** Starts the stopped database again at the same address with its data; does nothing where it runs. */
    public void start() {
        if (server != null) return;
        Postmaster.stop(data());
        Path rules = data().resolve("pg_hba.conf");
        try (UnpackGuard unpacking = UnpackGuard.enter(binaries)) {
            EmbeddedPostgres started = EmbeddedPostgres.builder()
                    .setDataDirectory(data())
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setPort(accounts.port())
                    .setPGStartupWait(READY_WITHIN)
                    .setConnectConfig("password", password(DatabaseAccounts.SUPERUSER))
                    // The C.UTF-8 that PostgreSQL brings along sorts alike on every machine.
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setDataDirectoryCustomizer(LocalDatabase::closeToStrangers)
                    .start();
            server = started;
            unpacking.complete();
            // Also in a folder of before: a later version of the program may know more roles.
            createAccounts();
            if (!Files.readString(rules).equals(RULES)) {
                Files.writeString(rules, RULES);
                execute("postgres", "SELECT pg_reload_conf()");
            }
        } catch (IOException | SQLException | IllegalStateException failed) {
            stop();
            throw new IllegalStateException("the database did not start on 127.0.0.1:" + accounts.port(), failed);
        }
    }

    /** Stops the database cleanly and waits for it; does nothing where it is stopped. */
    public void stop() {
        EmbeddedPostgres stopping = server;
        if (stopping == null) return;
        server = null;
        try {
            stopping.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("the database did not stop", failed);
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Whether a database of the folder answers at the address and its accounts are set up. */
    public static boolean answers(Path folder, String jdbcUrl) {
        try {
            Optional<String> password = DatabaseAccounts.remembered(folder, "aggregator");
            if (password.isEmpty()) return false;
            DriverManager.getConnection(jdbcUrl, "aggregator", password.get()).close();
            return true;
        } catch (IOException | SQLException notYet) {
            return false;
        }
    }

    /** The password of a role, where a database was started in the folder before. */
    public static Optional<String> rememberedPassword(Path folder, String role) {
        try {
            return DatabaseAccounts.remembered(folder, role);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read the database's folder " + folder, unreadable);
        }
    }

    /** Stops a server that outlived a killed process of this class; does nothing where there is none. */
    public static void stopOrphan(Path folder) {
        Postmaster.stop(folder.resolve("data"));
    }

    /** Returns when the server's process has ended. */
    void awaitEnd() {
        // The library's own process is pg_ctl, which has ended long since.
        Postmaster.running(data()).ifPresent(server -> server.onExit().join());
    }

    private Path data() {
        return folder.resolve("data");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + accounts.port() + "/" + database;
    }

    /** A fresh data folder trusts every local user, so its rules are replaced before the server first listens. */
    private static void closeToStrangers(File data) {
        Path rules = data.toPath().resolve("pg_hba.conf");
        try {
            if (!Files.readString(rules).equals(RULES)) Files.writeString(rules, OPENING_RULES);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + rules, unwritable);
        }
    }

    /** Sets up passwords, database and roles; may run again after it was interrupted. */
    private void createAccounts() throws SQLException {
        execute("postgres", "ALTER ROLE postgres PASSWORD '" + password(DatabaseAccounts.SUPERUSER) + "'");
        if (!exists("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'"))
            execute("postgres", "CREATE DATABASE " + DATABASE);
        execute("postgres", "REVOKE ALL ON DATABASE " + DATABASE + " FROM PUBLIC");
        for (String role : DatabaseAccounts.SERVICES) {
            if (!exists("SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'"))
                execute("postgres", "CREATE ROLE " + role);
            execute("postgres", "ALTER ROLE " + role + " LOGIN PASSWORD '" + password(role) + "'");
            execute("postgres", "GRANT CONNECT, CREATE ON DATABASE " + DATABASE + " TO " + role);
        }
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private boolean exists(String query) throws SQLException {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(
                url(database), DatabaseAccounts.SUPERUSER, password(DatabaseAccounts.SUPERUSER));
    }

    /** Shared by all databases of a user, since unpacking takes longer than starting; the data folder where he has no home. */
    private static Path cache(Path folder) {
        Path cache = Path.of(System.getProperty("user.home", "/nonexistent"), ".cache", "auralis", "postgresql");
        try {
            return Files.createDirectories(cache);
        } catch (IOException noHome) {
            return folder.resolve("binaries");
        }
    }
}
