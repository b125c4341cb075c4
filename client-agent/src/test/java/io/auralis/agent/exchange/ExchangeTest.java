package io.auralis.agent.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeTest {
    private static final byte[] JSON = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);

    @Test
    void aPostHoldsTheBodyAndNothingThatIdentifies() throws Exception {
        try (RawServer server = new RawServer(request -> RawServer.response(202, "Retry-After: 7\r\n", JSON))) {
            Reply reply = new Exchange(Duration.ofSeconds(20))
                    .post(
                            ServerAddress.parse(server.address()).resolve("v1/reports"),
                            Map.of("Content-Type", "application/json"),
                            JSON,
                            100);

            assertThat(reply.status()).isEqualTo(202);
            assertThat(reply.retryAfter()).contains("7");
            assertThat(reply.body()).isEqualTo(JSON);
            RawServer.Request request = server.requests().get(0);
            assertThat(request.body()).isEqualTo(JSON);
            String host = server.address().substring("http://".length()).replace("/", "");
            assertThat(request.head().lines().sorted())
                    .containsExactly(
                            "",
                            "Content-Length: 7",
                            "Content-Type: application/json",
                            "Host: " + host,
                            "POST /v1/reports HTTP/1.1",
                            "User-Agent: auralis-agent");
        }
    }

    @Test
    void aBodyBeyondTheLimitIsCutOff() throws Exception {
        try (RawServer server = new RawServer(request -> RawServer.response(200, "", new byte[5_000_000]))) {
            Exchange exchange = new Exchange(Duration.ofSeconds(20));
            assertThatThrownBy(() ->
                            exchange.get(ServerAddress.parse(server.address()).uri(), 1000))
                    .isInstanceOf(ExchangeException.class)
                    .hasMessageContaining("more than the 1000 bytes")
                    .extracting(e -> ((ExchangeException) e).kind())
                    .isEqualTo(ExchangeException.Kind.TOO_LARGE);
        }
    }

    @Test
    void aServerThatNeverFinishesIsLeftAtTheDeadline() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (RawServer server = new RawServer(request -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new byte[0];
        })) {
            Exchange exchange = new Exchange(Duration.ofSeconds(1));
            assertThatThrownBy(() ->
                            exchange.get(ServerAddress.parse(server.address()).uri(), 1000))
                    .isInstanceOf(ExchangeException.class)
                    .extracting(e -> ((ExchangeException) e).kind())
                    .isEqualTo(ExchangeException.Kind.TOO_SLOW);
        } finally {
            end.countDown();
        }
    }

    @Test
    void aBodyThatBreaksOffIsNoAnswer() throws Exception {
        try (RawServer server = new RawServer(
                request -> "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf".getBytes(StandardCharsets.UTF_8))) {
            Exchange exchange = new Exchange(Duration.ofSeconds(1));
            assertThatThrownBy(() ->
                            exchange.get(ServerAddress.parse(server.address()).uri(), 1000))
                    .isInstanceOf(ExchangeException.class)
                    .extracting(e -> ((ExchangeException) e).kind())
                    .isEqualTo(ExchangeException.Kind.UNREACHABLE);
        }
    }

    @Test
    void noRedirectIsFollowed() throws Exception {
        try (RawServer other = new RawServer(request -> RawServer.response(200, "", JSON));
                RawServer server = new RawServer(
                        request -> RawServer.response(302, "Location: " + other.address() + "\r\n", new byte[0]))) {
            Reply reply = new Exchange(Duration.ofSeconds(20))
                    .get(ServerAddress.parse(server.address()).uri(), 1000);
            assertThat(reply.status()).isEqualTo(302);
            assertThat(other.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8080", "http://localhost/x", "http://[::1]:1/", "https://example.org"})
    void anAddressIsHttpsOrThisMachine(String address) {
        assertThat(ServerAddress.parse(address).toString()).startsWith(address).endsWith("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org",
                "http://127.0.0.1.example.org/",
                "http://localhost@example.org/",
                "ftp://127.0.0.1/",
                "file:///etc/passwd",
                "https://user:word@example.org/",
                "https://example.org/?a=b",
                "127.0.0.1:8080",
                "",
                "http://",
                "not an address"
            })
    void anyOtherAddressIsRefusedInOneSentence(String address) {
        assertThatThrownBy(() -> ServerAddress.parse(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(address);
    }
}
