package io.auralis.publisher;

import io.auralis.contracts.candidate.Candidate;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The aggregator's side of the view, in tests. */
public final class Aggregator {
    private Aggregator() {}

    public static void offer(Candidate candidate) throws SQLException {
        withdraw(candidate.id());
        execute(
                "insert into aggregator.candidate values (?, now(), ?, ?)",
                candidate.id(),
                candidate.baseModel().toString(),
                new String(candidate.bytes(), StandardCharsets.UTF_8));
    }

    static void withdraw(String id) throws SQLException {
        execute("delete from aggregator.candidate where id = ?", id);
    }

    /** Runs one statement as the aggregator. */
    static void execute(String sql, String... parameters) throws SQLException {
        Config config = ConfigProvider.getConfig();
        run("aggregator", config.getValue(PublisherSurroundings.AGGREGATOR_PASSWORD, String.class), sql, parameters);
    }

    /** Runs one statement as the publisher, to leave a row as a killed service would. */
    static void asPublisher(String sql, String... parameters) throws SQLException {
        Config config = ConfigProvider.getConfig();
        run("publisher", config.getValue("quarkus.datasource.password", String.class), sql, parameters);
    }

    private static void run(String role, String password, String sql, String... parameters) throws SQLException {
        String url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        try (Connection connection = DriverManager.getConnection(url, role, password);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}
