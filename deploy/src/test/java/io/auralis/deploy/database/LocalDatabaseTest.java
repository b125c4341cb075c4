package io.auralis.deploy.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalDatabaseTest {
    @TempDir
    static Path folder;

    static LocalDatabase database;

    @BeforeAll
    static void start() {
        database = LocalDatabase.start(folder);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void writesAreDurable() throws SQLException {
        try (Connection connection = database.connect("aggregator")) {
            assertThat(show(connection, "fsync")).isEqualTo("on");
            assertThat(show(connection, "synchronous_commit")).isEqualTo("on");
            assertThat(show(connection, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(connection, "server_version_num")).startsWith("18");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "ingest", "aggregator", "publisher"})
    void nobodyEntersWithoutHisPassword(String role) {
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), role, "guess"))
                .hasMessageContaining("authentication failed");
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), role, ""))
                .isInstanceOf(SQLException.class);
        assertThat(database.password(role)).hasSize(32);
    }

    @Test
    void passwordsAreForTheOwnerOnly() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("accounts.properties"))))
                .isEqualTo("rw-------");
    }

    @Test
    void eachServiceOwnsItsSchemaAndARestartKeepsIt() throws SQLException {
        execute("aggregator", "CREATE SCHEMA aggregator");
        execute("aggregator", "CREATE TABLE aggregator.cohort AS SELECT 7 AS contributors");
        execute("publisher", "CREATE SCHEMA publisher");
        assertThatThrownBy(() -> execute("publisher", "SELECT * FROM aggregator.cohort"))
                .hasMessageContaining("permission denied");

        database.stop();
        assertThatThrownBy(() -> database.connect("aggregator")).isInstanceOf(SQLException.class);
        database.start();

        try (Connection connection = database.connect("aggregator")) {
            assertThat(single(connection, "SELECT contributors FROM aggregator.cohort"))
                    .isEqualTo("7");
        }
    }

    @Test
    void aRoleThatAnOlderProgramDidNotKnowIsThereAfterARestart() throws SQLException {
        execute("postgres", "REVOKE ALL ON DATABASE auralis FROM ingest");
        execute("postgres", "DROP ROLE ingest");
        assertThatThrownBy(() -> database.connect("ingest")).isInstanceOf(SQLException.class);

        database.stop();
        database.start();

        execute("ingest", "CREATE SCHEMA ingest");
    }

    private static void execute(String role, String sql) throws SQLException {
        try (Connection connection = database.connect(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        return single(connection, "SHOW " + setting);
    }

    private static String single(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
