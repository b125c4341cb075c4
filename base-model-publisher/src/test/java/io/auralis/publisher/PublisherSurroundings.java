package io.auralis.publisher;

import io.auralis.deploy.database.LocalDatabase;
import io.auralis.publisher.account.AccountLine;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** What the service finds around it: a real PostgreSQL with the aggregator's view, a folder, and accounts. */
public final class PublisherSurroundings implements QuarkusTestResourceLifecycleManager {
    public static final String PASSWORD = "correct horse battery staple";
    static final String AGGREGATOR_PASSWORD = "test.aggregator.password";

    private Path folder;
    private LocalDatabase database;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("publisher-test");
            database = LocalDatabase.start(folder.resolve("database"));
            openView();
            Path accounts = Files.writeString(
                    folder.resolve("accounts"),
                    String.join(
                            "\n",
                            AccountLine.maintainer("alice", PASSWORD.toCharArray())
                                    .text(),
                            AccountLine.maintainer("bob", PASSWORD.toCharArray())
                                    .text(),
                            AccountLine.maintainer("visitor", PASSWORD.toCharArray())
                                    .text()
                                    .replace(":maintainer:", ":visitor:")));
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    database.jdbcUrl(),
                    "quarkus.datasource.username",
                    "publisher",
                    "quarkus.datasource.password",
                    database.password("publisher"),
                    "auralis.publisher.directory",
                    folder.resolve("publisher").toString(),
                    "auralis.publisher.accounts-file",
                    accounts.toString(),
                    AGGREGATOR_PASSWORD,
                    database.password("aggregator"),
                    "quarkus.http.test-port",
                    "0");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stands in for the aggregator's migration: the same view, columns and grants. */
    private void openView() throws SQLException {
        try (Connection connection = database.connect("aggregator");
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create schema aggregator;
                    create table aggregator.candidate (
                        id text primary key, derived_at timestamptz not null, base_model text not null,
                        document text not null);
                    create view aggregator.candidate_for_review as
                        select id, derived_at, base_model, document from aggregator.candidate;
                    grant usage on schema aggregator to publisher;
                    grant select on aggregator.candidate_for_review to publisher;
                    """);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(database, new TestInjector.MatchesType(LocalDatabase.class));
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
