package io.auralis.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.Topics;
import io.auralis.deploy.broker.LocalBroker;
import io.auralis.deploy.database.LocalDatabase;
import io.auralis.tokens.PendingToken;
import io.auralis.tokens.Token;
import io.auralis.tokens.TokenKey;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two running instances of the packaged service that share a broker, a database and a folder of keys. */
class TwoInstancesIT {
    private static final int CLIENTS = 1_000;
    private static final YearMonth MONTH = YearMonth.now(ZoneOffset.UTC);

    @TempDir
    static Path folder;

    private static LocalBroker broker;
    private static LocalDatabase database;
    private static IngestProcess first;
    private static IngestProcess second;
    private static TokenClient atFirst;
    private static TokenClient atSecond;

    @BeforeAll
    static void start() throws IOException {
        broker = LocalBroker.start(folder.resolve("broker"));
        database = LocalDatabase.start(folder.resolve("database"));
        // All clients of the test have one address.
        String limit = "-Dauralis.ingest.issuance.daily-limit=100000";
        first = new IngestProcess(folder.resolve("first.log"), folder.resolve("token-keys"), broker, database, limit);
        second = new IngestProcess(folder.resolve("second.log"), folder.resolve("token-keys"), broker, database, limit);
        atFirst = new TokenClient(first.client());
        atSecond = new TokenClient(second.client());
    }

    @AfterAll
    static void stop() {
        first.close();
        second.close();
        database.close();
        broker.close();
    }

    @Test
    void aTokenSpentAtOneInstanceIsRefusedAtTheOther() throws Exception {
        assertThat(atFirst.key()).isEqualTo(atSecond.key());
        String token = atFirst.token().text();
        byte[] mine = submission();
        assertThat(atSecond.post(mine, token).statusCode()).isEqualTo(202);
        assertThat(atFirst.post(submission(), token).statusCode()).isEqualTo(403);
        assertThat(atSecond.post(submission(), token).statusCode()).isEqualTo(403);
        assertThat(atFirst.post(mine, token).statusCode()).isEqualTo(202);
    }

    @Test
    void ofManyWhoSpendOneTokenAtBothInstancesAtTheSameMomentExactlyOneHasIt() throws Exception {
        int racers = 24;
        ExecutorService racing = Executors.newFixedThreadPool(racers);
        try {
            for (int round = 0; round < 5; round++) {
                String token = atFirst.token().text();
                CountDownLatch go = new CountDownLatch(1);
                List<Future<Integer>> answers = new ArrayList<>();
                for (int racer = 0; racer < racers; racer++) {
                    TokenClient instance = racer % 2 == 0 ? atFirst : atSecond;
                    byte[] own = submission();
                    answers.add(racing.submit(() -> {
                        go.await();
                        return instance.post(own, token).statusCode();
                    }));
                }
                go.countDown();
                List<Integer> statuses = new ArrayList<>();
                for (Future<Integer> answer : answers) {
                    statuses.add(answer.get());
                }
                assertThat(Collections.frequency(statuses, 202)).isEqualTo(1);
                assertThat(Collections.frequency(statuses, 403)).isEqualTo(racers - 1);
            }
        } finally {
            racing.shutdownNow();
        }
    }

    /** What the issuer saw of one client; the service itself keeps none of it, the test writes it down. */
    private record Issuance(byte[] request, byte[] response) {}

    @Test
    void whatIssuanceAndRedemptionOfAThousandClientsLeaveBehindCannotBeJoined() throws Exception {
        long seed = new Random().nextLong();
        List<Issuance> seen = new ArrayList<>();
        List<Token> tokens = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            TokenClient instance = client % 2 == 0 ? atFirst : atSecond;
            PendingToken pending = instance.draw();
            byte[] request = pending.request().encode();
            HttpResponse<byte[]> answer = instance.ask(request);
            assertThat(answer.statusCode()).isEqualTo(200);
            seen.add(new Issuance(request, answer.body()));
            tokens.add(pending.finish(answer.body()));
        }
        List<Token> shuffled = new ArrayList<>(tokens);
        Collections.shuffle(shuffled, new Random(seed));
        for (int client = 0; client < CLIENTS; client++) {
            TokenClient instance = client % 2 == 0 ? atSecond : atFirst;
            assertThat(instance.post(submission(), shuffled.get(client).text()).statusCode())
                    .as("seed %d client %d", seed, client)
                    .isEqualTo(202);
        }

        List<List<String>> rows = rows();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(CLIENTS);
        assertThat(rows.stream().map(row -> row.get(0)).distinct())
                .as("one key, so that its id splits nobody off")
                .containsExactly(atFirst.key().idHex());
        Set<String> stored = new HashSet<>();
        rows.forEach(stored::addAll);
        Haystack everything = new Haystack(everythingStored());
        assertThat(everything.contains(rows.get(0).get(2))).isTrue();

        // 1. Nothing that the issuer saw, nor its hash, is stored anywhere, in any writing.
        for (Issuance one : seen) {
            for (byte[] value : parts(one)) {
                assertThat(writings(value)).noneMatch(stored::contains).noneMatch(everything::contains);
            }
        }
        // 2. Nor is a token, its nonce or its signature: of a spent token only a hash is kept, and the same row holds
        // all.
        for (Token token : tokens) {
            byte[] bytes = token.encode();
            for (byte[] value :
                    List.of(bytes, Arrays.copyOfRange(bytes, 2, 34), Arrays.copyOfRange(bytes, 98, bytes.length))) {
                assertThat(writings(value)).noneMatch(everything::contains);
            }
            assertThat(stored).contains(token.spendId());
        }
        // 3. And whoever wrote down all that both instances ever saw learns nothing: any issuance explains any token.
        Random random = new Random(seed);
        RSAPublicKey key = publicKey(atFirst.key());
        for (int pair = 0; pair < CLIENTS; pair++) {
            int issuance = random.nextInt(CLIENTS);
            int token = random.nextInt(CLIENTS);
            assertExplains(key, seen.get(issuance), tokens.get(token));
        }
    }

    /**
     * There is a blinding factor r with which this issuance would have led to this token: r = s' / s has
     * r^e · EM = z, where z is the blinded message, s' the blind signature, s the token's signature and EM = s^e the
     * message under it. r is uniform, so the pair is as likely as any other.
     */
    private static void assertExplains(RSAPublicKey key, Issuance issuance, Token token) {
        BigInteger modulus = key.getModulus();
        byte[] bytes = token.encode();
        BigInteger signature = new BigInteger(1, Arrays.copyOfRange(bytes, 98, bytes.length));
        BigInteger encoded = signature.modPow(key.getPublicExponent(), modulus);
        BigInteger blinded = new BigInteger(1, Arrays.copyOfRange(issuance.request(), 3, 259));
        BigInteger blindSignature = new BigInteger(1, issuance.response());
        BigInteger factor =
                blindSignature.multiply(signature.modInverse(modulus)).mod(modulus);
        assertThat(factor.gcd(modulus)).isEqualTo(BigInteger.ONE);
        assertThat(factor.modPow(key.getPublicExponent(), modulus)
                        .multiply(encoded)
                        .mod(modulus))
                .isEqualTo(blinded);
    }

    private static List<byte[]> parts(Issuance issuance) {
        return List.of(issuance.request(), Arrays.copyOfRange(issuance.request(), 3, 259), issuance.response());
    }

    /** A value and its hash as bytes, in hex, in base64 and in base64url. */
    private static List<String> writings(byte[] value) {
        List<String> writings = new ArrayList<>();
        for (byte[] form : List.of(value, sha256(value))) {
            writings.add(new String(form, ISO_8859_1));
            writings.add(HexFormat.of().formatHex(form));
            writings.add(Base64.getEncoder().encodeToString(form));
            writings.add(Base64.getUrlEncoder().withoutPadding().encodeToString(form));
        }
        return writings;
    }

    /** Logs, topics, tables with every column of theirs, and the folder of the keys, in one text. */
    private static String everythingStored() throws Exception {
        StringBuilder all = new StringBuilder(first.log()).append(second.log());
        // Not closed: that would stop the broker.
        BrokerControl control = new BrokerControl(broker, folder);
        for (String topic : List.of(Topics.TASTE_REPORTS, Topics.REJECTED)) {
            control.records(topic).forEach(record -> {
                all.append(record.key()).append(new String(record.value(), ISO_8859_1));
                record.headers()
                        .forEach(header -> all.append(header.key()).append(new String(header.value(), ISO_8859_1)));
            });
        }
        try (Stream<Path> keys = Files.list(folder.resolve("token-keys"))) {
            for (Path file : keys.toList()) {
                all.append(Files.readString(file, ISO_8859_1));
            }
        }
        rows().forEach(all::append);
        return all.toString();
    }

    /** Every column of every row of the spent tokens, in hex, the key's id first. */
    private static List<List<String>> rows() throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Connection connection = database.connect("ingest");
                Statement statement = connection.createStatement()) {
            assertThat(only(statement, "select count(*) from information_schema.tables where table_schema = 'ingest'"))
                    .as("spent_token and Flyway's own")
                    .isEqualTo("2");
            try (ResultSet row = statement.executeQuery("select * from ingest.spent_token")) {
                while (row.next()) {
                    List<String> columns = new ArrayList<>();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        columns.add(HexFormat.of().formatHex(row.getBytes(column)));
                    }
                    rows.add(columns);
                }
            }
        }
        return rows;
    }

    private static String only(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static RSAPublicKey publicKey(TokenKey key) throws Exception {
        org.bouncycastle.asn1.pkcs.RSAPublicKey read = org.bouncycastle.asn1.pkcs.RSAPublicKey.getInstance(
                org.bouncycastle.asn1.x509.SubjectPublicKeyInfo.getInstance(key.encode())
                        .parsePublicKey());
        return (RSAPublicKey) KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(read.getModulus(), read.getPublicExponent()));
    }

    private static byte[] sha256(byte[] value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] submission() {
        ReportSubmission submission =
                Submissions.of(io.auralis.contracts.taste.ReportSecret.random(new SecureRandom()), 1);
        return Json.canonicalText(submission)
                .replace("2026-11", MONTH.toString())
                .getBytes(StandardCharsets.UTF_8);
    }
}
