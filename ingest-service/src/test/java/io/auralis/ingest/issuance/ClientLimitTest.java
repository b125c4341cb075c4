package io.auralis.ingest.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.ingest.MovableClock;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClientLimitTest {
    private final MovableClock clock = new MovableClock("2026-11-25T21:00:00Z");
    private final ClientLimit limit = new ClientLimit(3, clock, new SecureRandom());

    @Test
    void aClientGetsTheLimitAndThenWaitsUntilMidnight() {
        takeThree("192.0.2.7");
        assertThat(take("192.0.2.7")).contains(Duration.ofHours(3));
        assertThat(take("192.0.2.8")).isEmpty();
    }

    @Test
    void midnightForgetsTheDay() {
        takeThree("192.0.2.7");
        clock.forward(Duration.ofHours(3).minusSeconds(1));
        assertThat(take("192.0.2.7")).contains(Duration.ofSeconds(1));
        clock.forward(Duration.ofSeconds(1));
        takeThree("192.0.2.7");
        assertThat(take("192.0.2.7")).contains(Duration.ofHours(24));
    }

    @Test
    void aDayInWhichNobodyAsksIsForgottenByTheClockAlone() {
        takeThree("192.0.2.7");
        assertThat(limit.countersInUse()).isEqualTo(2);
        clock.forward(Duration.ofHours(3));
        limit.forgetYesterday();
        assertThat(limit.countersInUse()).isZero();
    }

    @Test
    void theNetworkOf64BitsIsOneClientInIpVersion6() {
        takeThree("2001:db8:1:2::7");
        assertThat(take("2001:db8:1:2:ffff::1")).isPresent();
        assertThat(take("2001:db8:1:3::7")).isEmpty();
    }

    @Test
    void nobodyGetsMoreThanTheLimitHoweverManyAskAtOnce() {
        long granted = IntStream.range(0, 64)
                .parallel()
                .filter(request -> take("192.0.2.7").isEmpty())
                .count();
        assertThat(granted).isEqualTo(3);
    }

    @Test
    void tenThousandClientsOfADayHardlyDisturbEachOther() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int disturbed = 0;
        for (int client = 0; client < 10_000; client++) {
            byte[] address = ByteBuffer.allocate(4).putInt(random.nextInt()).array();
            for (int token = 0; token < 3; token++) {
                disturbed += limit.take(address).isPresent() ? 1 : 0;
            }
        }
        // About one client by chance, three refusals each; thirty have a chance of less than one in a billion.
        assertThat(disturbed).as("seed %d", seed).isLessThan(30);
    }

    @Test
    void aLimitBelowOneIsRefused() {
        assertThatThrownBy(() -> new ClientLimit(0, clock, new SecureRandom()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
    }

    private void takeThree(String address) {
        for (int token = 0; token < 3; token++) {
            assertThat(take(address)).isEmpty();
        }
    }

    private Optional<Duration> take(String address) {
        try {
            return limit.take(InetAddress.getByName(address).getAddress());
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
