package io.auralis.ingest.redemption;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.deploy.database.LocalDatabase;
import io.auralis.ingest.MovableClock;
import io.auralis.ingest.keys.KeyRing;
import io.auralis.ingest.keys.KeyRings;
import io.auralis.tokens.IssuerKey;
import io.auralis.tokens.PendingToken;
import io.auralis.tokens.Token;
import io.auralis.tokens.TokenChallenge;
import io.auralis.tokens.TokenException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Spending on a real PostgreSQL, by two tills that know nothing of each other but the table, as two instances are. */
class RedemptionTest {
    private static final TokenChallenge CHALLENGE = TokenChallenge.contribution("localhost");
    private static final TokenChallenge OTHER_NAME = TokenChallenge.contribution("127.0.0.1");
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    static Path folder;

    private static LocalDatabase database;

    private final MovableClock clock = new MovableClock("2026-11-25T00:00:00Z");
    private final List<Till> tills = new ArrayList<>();
    private KeyRing ring;
    private Redemption here;
    private Redemption there;

    @BeforeAll
    static void start() {
        database = LocalDatabase.start(folder.resolve("database"));
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void open() {
        ring = KeyRings.in(folder.resolve("keys-" + id()), clock);
        here = instance();
        there = instance();
    }

    @AfterEach
    void close() {
        tills.forEach(Till::close);
    }

    @Test
    void aTokenPaysForOneReportAtEveryInstance() throws TokenException {
        String token = token();
        String mine = id();
        assertThat(redeem(here, mine, token)).isEqualTo(Payment.PAID);
        assertThat(redeem(here, mine, token)).isEqualTo(Payment.PAID);
        assertThat(redeem(there, mine, token)).isEqualTo(Payment.PAID);
        assertThat(redeem(here, id(), token)).isEqualTo(Payment.SPENT);
        assertThat(redeem(there, id(), token)).isEqualTo(Payment.SPENT);
        assertThat(redeem(there, mine, token)).isEqualTo(Payment.PAID);
    }

    @Test
    void ofManyWhoSpendOneTokenAtTheSameMomentExactlyOneHasIt() throws Exception {
        int threads = 32;
        ExecutorService racing = Executors.newFixedThreadPool(threads);
        try {
            for (int round = 0; round < 20; round++) {
                String token = token();
                CountDownLatch go = new CountDownLatch(1);
                List<Future<Payment>> racers = new ArrayList<>();
                for (int racer = 0; racer < threads; racer++) {
                    Redemption instance = racer % 2 == 0 ? here : there;
                    racers.add(racing.submit(() -> {
                        go.await();
                        return redeem(instance, id(), token);
                    }));
                }
                go.countDown();
                List<Payment> outcomes = new ArrayList<>();
                for (Future<Payment> racer : racers) {
                    outcomes.add(racer.get());
                }
                assertThat(Collections.frequency(outcomes, Payment.PAID)).isEqualTo(1);
                assertThat(Collections.frequency(outcomes, Payment.SPENT)).isEqualTo(threads - 1);
            }
        } finally {
            racing.shutdownNow();
        }
    }

    @Test
    void batchesWithTokensInCommonInAnyOrderDoNotBlockEachOther() throws Exception {
        List<Claim> claims = new ArrayList<>();
        for (int claim = 0; claim < 40; claim++) {
            claims.add(new Claim(id(), token()));
        }
        List<Claim> others = new ArrayList<>();
        claims.forEach(claim -> others.add(new Claim(id(), claim.token())));
        Collections.reverse(others);
        CompletableFuture<List<Payment>> first = here.redeem(claims);
        CompletableFuture<List<Payment>> second = there.redeem(others);
        List<Payment> reversed = new ArrayList<>(second.get());
        Collections.reverse(reversed);
        for (int claim = 0; claim < claims.size(); claim++) {
            assertThat(List.of(first.get().get(claim), reversed.get(claim)))
                    .containsExactlyInAnyOrder(Payment.PAID, Payment.SPENT);
        }
    }

    @Test
    void insideOneBatchATokenPaysForOneToo() throws TokenException {
        String token = token();
        String mine = id();
        assertThat(here.redeem(List.of(new Claim(mine, token), new Claim(mine, token)))
                        .join())
                .containsExactly(Payment.PAID, Payment.PAID);
        String twice = token();
        assertThat(here.redeem(List.of(new Claim(id(), twice), new Claim(id(), null), new Claim(id(), twice)))
                        .join())
                .containsOnlyOnce(Payment.PAID)
                .containsOnlyOnce(Payment.SPENT)
                .element(1)
                .isEqualTo(Payment.REQUIRED);
    }

    @Test
    void whatIsNotThisServicesTokenIsInvalid() throws TokenException {
        String good = token();
        String foreignKey = token(IssuerKey.generate(RANDOM), CHALLENGE);
        String otherService = token(ring.issuing(), TokenChallenge.contribution("other.example.org"));
        String forged = good.substring(0, 300) + (good.charAt(300) == 'A' ? "B" : "A") + good.substring(301);
        for (String token : List.of("", "x", "*".repeat(472), foreignKey, otherService, forged)) {
            assertThat(redeem(here, id(), token)).as(token).isEqualTo(Payment.INVALID);
        }
        assertThat(redeem(here, id(), null)).isEqualTo(Payment.REQUIRED);
    }

    @Test
    void aTokenMadeOutToAnotherOfTheServicesNamesIsGood() throws TokenException {
        assertThat(redeem(here, id(), token(ring.issuing(), OTHER_NAME))).isEqualTo(Payment.PAID);
    }

    @Test
    void anOldKeysTokensAreTakenForTheGraceTimeAndThenForgottenWithTheKey() throws Exception {
        String token = token();
        String keyId = ring.issuing().publicKey().idHex();
        String mine = id();
        assertThat(redeem(here, mine, token)).isEqualTo(Payment.PAID);
        clock.forward(Duration.ofDays(89));
        ring.refresh();
        assertThat(redeem(here, mine, token)).isEqualTo(Payment.PAID);
        clock.forward(Duration.ofDays(1));
        assertThat(redeem(here, mine, token)).isEqualTo(Payment.INVALID);
        assertThat(rowsOf(keyId)).isEqualTo(1);
        new SpentTokens(dataSource()).forget(keyId);
        assertThat(rowsOf(keyId)).isZero();
    }

    @Test
    void withoutADatabaseNothingIsDecidedAndWithItEverythingIsAsItWas() throws TokenException {
        String token = token();
        String mine = id();
        assertThat(redeem(here, mine, token)).isEqualTo(Payment.PAID);
        database.stop();
        try {
            assertThat(redeem(here, mine, token)).isEqualTo(Payment.UNAVAILABLE);
            assertThat(redeem(here, id(), null)).isEqualTo(Payment.REQUIRED);
            assertThat(here.ready()).isFalse();
        } finally {
            database.start();
        }
        assertThat(here.ready()).isTrue();
        assertThat(redeem(here, mine, token)).isEqualTo(Payment.PAID);
        assertThat(redeem(here, id(), token)).isEqualTo(Payment.SPENT);
    }

    private Redemption instance() {
        PGSimpleDataSource source = dataSource();
        Flyway flyway = Flyway.configure()
                .dataSource(source)
                .schemas("ingest")
                .defaultSchema("ingest")
                .load();
        Till till = new Till(new SpentTokens(source), new Schema(flyway));
        till.start();
        tills.add(till);
        return new PaidRedemption(ring, List.of(CHALLENGE, OTHER_NAME), till, Duration.ofSeconds(20));
    }

    private static PGSimpleDataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser("ingest");
        source.setPassword(database.password("ingest"));
        return source;
    }

    private static Payment redeem(Redemption instance, String reportId, String token) {
        return instance.redeem(List.of(new Claim(reportId, token))).join().get(0);
    }

    private String token() throws TokenException {
        return token(ring.issuing(), CHALLENGE);
    }

    private static String token(IssuerKey key, TokenChallenge challenge) throws TokenException {
        PendingToken pending = PendingToken.draw(key.publicKey(), challenge, RANDOM);
        Token token = pending.finish(key.sign(pending.request(), RANDOM));
        return token.text();
    }

    private static String id() {
        byte[] id = new byte[32];
        RANDOM.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    private static long rowsOf(String keyId) throws SQLException {
        try (Connection connection = database.connect("ingest");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from ingest.spent_token where key_id = '\\x" + keyId + "'")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
