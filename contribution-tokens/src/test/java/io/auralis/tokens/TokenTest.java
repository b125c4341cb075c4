package io.auralis.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TokenChallenge CHALLENGE = TokenChallenge.contribution("ingest.example.org");
    private static IssuerKey issuer;

    @BeforeAll
    static void key() {
        issuer = IssuerKey.generate(RANDOM);
    }

    static Stream<JsonNode> issuance() {
        return Vectors.of("rfc9578-vectors.json");
    }

    static Stream<JsonNode> inputs() {
        return Vectors.of("rfc9577-vectors.json");
    }

    @ParameterizedTest
    @MethodSource("issuance")
    void theVectorsOfRfc9578AreMet(JsonNode vector) throws TokenException {
        TokenKey key = TokenKey.decode(Vectors.bytes(vector, "pkS"));
        TokenChallenge challenge = TokenChallenge.decode(Vectors.bytes(vector, "token_challenge"));
        assertThat(challenge.encode()).isEqualTo(Vectors.bytes(vector, "token_challenge"));
        IssuerKey secret = IssuerKey.decode(new String(Vectors.bytes(vector, "skS"), StandardCharsets.US_ASCII));
        assertThat(secret.publicKey()).isEqualTo(key);

        PendingToken pending = PendingToken.of(
                key,
                challenge.digest(),
                Vectors.bytes(vector, "nonce"),
                Vectors.bytes(vector, "salt"),
                Vectors.number(vector, "blind"));
        assertThat(pending.request().encode()).isEqualTo(Vectors.bytes(vector, "token_request"));
        byte[] response = secret.sign(TokenRequest.decode(Vectors.bytes(vector, "token_request")), new SecureRandom());
        assertThat(response).isEqualTo(Vectors.bytes(vector, "token_response"));
        Token token = pending.finish(response);
        assertThat(token.encode()).isEqualTo(Vectors.bytes(vector, "token"));
        assertThat(token.isGood(key, challenge)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void theVectorsOfRfc9577AreMet(JsonNode vector) {
        TokenChallenge challenge = new TokenChallenge(
                new String(Vectors.bytes(vector, "issuer_name"), StandardCharsets.US_ASCII),
                vector.get("redemption_context").asText(),
                new String(Vectors.bytes(vector, "origin_info"), StandardCharsets.US_ASCII));
        assertThat(Token.input(
                        Vectors.bytes(vector, "nonce"), challenge.digest(), Vectors.bytes(vector, "token_key_id")))
                .isEqualTo(Vectors.bytes(vector, "token_authenticator_input"));
    }

    @Test
    void aTokenIsGoodForItsKeyAndItsChallengeOnly() throws TokenException {
        Token token = issued();
        assertThat(token.isGood(issuer.publicKey(), CHALLENGE)).isTrue();
        assertThat(token.isGood(issuer.publicKey(), TokenChallenge.contribution("other.example.org")))
                .isFalse();
        assertThat(token.isGood(IssuerKey.generate(RANDOM).publicKey(), CHALLENGE))
                .isFalse();
    }

    @Test
    void aTokenWithAnyByteChangedIsNotGood() throws TokenException {
        byte[] token = issued().encode();
        for (int at = Short.BYTES; at < token.length; at++) {
            byte[] changed = token.clone();
            changed[at] ^= 0x10;
            assertThat(Token.decode(changed).isGood(issuer.publicKey(), CHALLENGE))
                    .as("byte %d", at)
                    .isFalse();
        }
    }

    /** One number in 256 begins with a zero byte: that each of three has some here fails by chance once in 10^8 runs. */
    @Test
    void aTokenIsGoodAlsoWhereARequestAnAnswerOrASignatureBeginsWithZero() throws TokenException {
        Set<String> met = new HashSet<>();
        for (int drawn = 0; drawn < 5_000 && met.size() < 3; drawn++) {
            PendingToken pending = PendingToken.draw(issuer.publicKey(), CHALLENGE, RANDOM);
            byte[] request = pending.request().encode();
            byte[] response = issuer.sign(pending.request(), RANDOM);
            Token token = pending.finish(response);
            assertThat(token.isGood(issuer.publicKey(), CHALLENGE)).isTrue();
            met.addAll(zeros(request[3], response[0], token.encode()[98]));
        }
        assertThat(met).containsExactlyInAnyOrder("request", "answer", "signature");
    }

    private static Set<String> zeros(byte request, byte answer, byte signature) {
        Set<String> zeros = new HashSet<>();
        if (request == 0) {
            zeros.add("request");
        }
        if (answer == 0) {
            zeros.add("answer");
        }
        if (signature == 0) {
            zeros.add("signature");
        }
        return zeros;
    }

    @Test
    void twoSignaturesOfOneNonceAreSpentAsOneToken() throws TokenException {
        byte[] nonce = new byte[32];
        Token first = issued(nonce, (byte) 1);
        Token second = issued(nonce, (byte) 2);
        assertThat(first).isNotEqualTo(second);
        assertThat(first.spendId()).isEqualTo(second.spendId()).isNotEqualTo(issued().spendId());
    }

    @Test
    void aTokenReadsBackFromItsText() throws TokenException {
        Token token = issued();
        assertThat(token.text()).hasSize(Token.TEXT_LENGTH).matches("[A-Za-z0-9_-]+");
        assertThat(Token.parse(token.text())).isEqualTo(token);
        assertThat(token).hasToString("Token[hidden]");
    }

    @Test
    void whatIsNoTokenIsRefused() throws TokenException {
        String text = issued().text();
        for (String broken : new String[] {
            "",
            "x",
            text + "A",
            text.substring(1),
            text.replace(text.charAt(9), '+').replace('+', '*'),
            "A".repeat(472)
        }) {
            assertThatThrownBy(() -> Token.parse(broken)).isInstanceOf(TokenException.class);
        }
    }

    @Test
    void anIssuerSignsOnlyWholeRequestsForItsKey() throws TokenException {
        byte[] request = PendingToken.draw(issuer.publicKey(), CHALLENGE, RANDOM)
                .request()
                .encode();
        byte[] otherType = request.clone();
        otherType[1] = 1;
        byte[] otherKey = request.clone();
        otherKey[2] ^= 1;
        byte[] beyondTheModulus = request.clone();
        Arrays.fill(beyondTheModulus, 3, request.length, (byte) 0xff);
        for (byte[] hostile : new byte[][] {
            {},
            {0, 2},
            Arrays.copyOf(request, request.length - 1),
            Arrays.copyOf(request, request.length + 1),
            otherType,
            otherKey,
            beyondTheModulus
        }) {
            assertThatThrownBy(() -> issuer.sign(TokenRequest.decode(hostile), RANDOM))
                    .isInstanceOf(TokenException.class);
        }
    }

    @Test
    void aKeyReadsBackFromItsFileAndItsEncoding() throws TokenException {
        IssuerKey read = IssuerKey.decode(issuer.pem());
        assertThat(read.publicKey()).isEqualTo(issuer.publicKey());
        assertThat(read.pem()).isEqualTo(issuer.pem());
        assertThat(TokenKey.decode(issuer.publicKey().encode()).idHex())
                .isEqualTo(HexFormat.of().formatHex(issuer.publicKey().id()));
    }

    @Test
    void whatIsNoKeyIsRefused() {
        byte[] encoded = issuer.publicKey().encode();
        byte[] plainRsa = encoded.clone();
        // The last byte of the algorithm: rsaEncryption in the place of RSASSA-PSS.
        plainRsa[18] = 1;
        for (byte[] broken : new byte[][] {{}, {48, 0}, Arrays.copyOf(encoded, 200), plainRsa}) {
            assertThatThrownBy(() -> TokenKey.decode(broken)).isInstanceOf(TokenException.class);
        }
        for (String broken : new String[] {
            "", "-----BEGIN PRIVATE KEY-----", issuer.pem().replace("M", "N"), "-----END PRIVATE KEY-----"
        }) {
            assertThatThrownBy(() -> IssuerKey.decode(broken)).isInstanceOf(TokenException.class);
        }
    }

    private static Token issued() throws TokenException {
        PendingToken pending = PendingToken.draw(issuer.publicKey(), CHALLENGE, RANDOM);
        return pending.finish(issuer.sign(pending.request(), RANDOM));
    }

    private static Token issued(byte[] nonce, byte salt) throws TokenException {
        byte[] salts = new byte[BlindRsa.SALT_BYTES];
        Arrays.fill(salts, salt);
        PendingToken pending = PendingToken.of(
                issuer.publicKey(),
                CHALLENGE.digest(),
                nonce,
                salts,
                BlindRsa.blindingFactor(issuer.publicKey().parameters(), RANDOM));
        return pending.finish(issuer.sign(pending.request(), RANDOM));
    }
}
