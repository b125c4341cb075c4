package io.auralis.tokens;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.contracts.json.Json;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireFormsTest {
    private final TokenKey key = IssuerKey.generate(new SecureRandom()).publicKey();

    @Test
    void aContributionChallengeIsTheSameForEveryone() {
        TokenChallenge challenge = TokenChallenge.contribution("ingest.example.org");
        assertThat(HexFormat.of().formatHex(challenge.encode()))
                .isEqualTo("0002" + "0012" + hex("ingest.example.org") + "00" + "0012" + hex("ingest.example.org"));
        assertThat(challenge).isEqualTo(TokenChallenge.contribution("ingest.example.org"));
    }

    @Test
    void whatIsNoChallengeIsRefused() {
        String good = "0002" + "0001" + "61" + "00" + "0001" + "61";
        for (String broken : new String[] {
            "", "0001" + good.substring(4), good + "00", good.substring(2), "000200010100000161", "00020000000000"
        }) {
            assertThatThrownBy(() -> TokenChallenge.decode(HexFormat.of().parseHex(broken)))
                    .isInstanceOf(TokenException.class);
        }
        assertThatThrownBy(() -> TokenChallenge.contribution("a b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TokenChallenge.contribution("")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PrivateToken token=\"AAJx\"",
                "privatetoken token=AAJx",
                "PrivateToken  TOKEN = \"AAJx\"",
                "PrivateToken realm=\"reports\", token=\"AAJx\", other=1"
            })
    void aTokenIsFoundInTheHeadersThatTheSchemePermits(String header) {
        assertThat(PrivateTokenScheme.tokenIn(header)).contains("AAJx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PrivateToken",
                "PrivateToken ",
                "Bearer token=\"AAJx\"",
                "PrivateToken nottoken=AAJx",
                "PrivateToken token=\"A A\""
            })
    void inOtherHeadersThereIsNone(String header) {
        assertThat(PrivateTokenScheme.tokenIn(header)).isEmpty();
    }

    @Test
    void theHeaderThatAsksHoldsChallengeAndKey() throws TokenException {
        TokenChallenge challenge = TokenChallenge.contribution("localhost");
        String header = PrivateTokenScheme.challenge(challenge, key);
        assertThat(header).matches("PrivateToken challenge=\"[A-Za-z0-9_=-]+\", token-key=\"[A-Za-z0-9_=-]+\"");
        String[] quoted = header.split("\"");
        assertThat(TokenChallenge.decode(Base64.getUrlDecoder().decode(quoted[1])))
                .isEqualTo(challenge);
        assertThat(TokenKey.decode(Base64.getUrlDecoder().decode(quoted[3]))).isEqualTo(key);
    }

    @Test
    void aDirectoryReadsBackAndItsFirstUsableKeyIsTaken() throws TokenException {
        IssuerDirectory directory = new IssuerDirectory(
                "/v1/tokens",
                List.of(
                        new IssuerDirectory.Key(1, "AAAA", null),
                        new IssuerDirectory.Key(2, "AAAA", 2_000L),
                        IssuerDirectory.Key.of(key)));
        String json = Json.canonicalText(directory);
        assertThat(json).contains("\"issuer-request-uri\":\"/v1/tokens\"").contains("\"token-type\":2");
        assertThat(IssuerDirectory.decode(json.getBytes(UTF_8)).key(1_999)).isEqualTo(key);
        assertThatThrownBy(() -> directory.key(2_000)).isInstanceOf(TokenException.class);
    }

    @Test
    void whatADirectoryHoldsBesidesIsIgnored() throws TokenException {
        String json = "{\"issuer-request-uri\":\"/t\",\"token-keys\":[{\"token-type\":2,\"token-key\":\""
                + Base64.getUrlEncoder().encodeToString(key.encode()) + "\",\"new\":1}],\"more\":{}}";
        assertThat(IssuerDirectory.decode(json.getBytes(UTF_8)).key(0)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"issuer-request-uri\":\"/t\"}",
                "{\"issuer-request-uri\":\"/t\",\"token-keys\":[{}]}",
                "{\"issuer-request-uri\":\"/t\",\"token-keys\":[null]}",
                "{\"issuer-request-uri\":\"/t\",\"token-keys\":[]}",
                "{\"issuer-request-uri\":\"/t\",\"token-keys\":[{\"token-type\":2,\"token-key\":\"*\"}]}",
                "<html>"
            })
    void whatIsNoDirectoryOfThisTypeIsRefused(String json) {
        assertThatThrownBy(() -> IssuerDirectory.decode(json.getBytes(UTF_8)).key(0))
                .isInstanceOf(TokenException.class);
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }
}
