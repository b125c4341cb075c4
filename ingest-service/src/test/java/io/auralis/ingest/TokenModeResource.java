package io.auralis.ingest;

import io.auralis.deploy.database.LocalDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** As {@link BrokerResource}, but a report costs a token: a real PostgreSQL too, and a folder for the keys. */
public final class TokenModeResource implements QuarkusTestResourceLifecycleManager {
    /** What one client gets a day here; the tests together need less. */
    static final int DAILY_LIMIT = 200;

    private final BrokerResource broker = new BrokerResource();
    private final Path folder = temporary();
    private final LocalDatabase database = LocalDatabase.start(folder.resolve("database"));

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(broker.start());
        settings.put("auralis.ingest.tokens.mode", "tokens");
        settings.put(
                "auralis.ingest.tokens.key-folder", folder.resolve("token-keys").toString());
        settings.put("auralis.ingest.issuance.daily-limit", String.valueOf(DAILY_LIMIT));
        // The machine of a build may be slow, and no test is about how slow.
        settings.put("auralis.ingest.redemption.patience", "20s");
        settings.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        settings.put("quarkus.datasource.username", "ingest");
        settings.put("quarkus.datasource.password", database.password("ingest"));
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        broker.inject(injector);
        injector.injectIntoFields(database, new TestInjector.MatchesType(LocalDatabase.class));
    }

    @Override
    public void stop() {
        broker.stop();
        database.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("auralis-ingest-tokens");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
