package io.auralis.ingest.issuance;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * So many tokens a day for each client of this instance, without a list of clients. A client is known as the HMAC-SHA-256
 * of its address under a random key that exists in memory only and is replaced each UTC day; the HMAC chooses one counter
 * in each of two rows, and the smaller of the two is what the client has had (a count-min sketch, Cormode and
 * Muthukrishnan 2005). So memory is the same for one client and for millions, nothing can be read out of it, and nobody
 * gets more than the limit; he may get less when he shares both counters with others, which with 10,000 clients of a day
 * happens to about one.
 */
final class ClientLimit {
    /** 2 rows of 2^20 counters are 8 MB. */
    private static final int COUNTERS = 1 << 20;

    private static final int KEY_BYTES = 32;

    /** Of an IPv6 address: what a provider gives to one customer at least. */
    private static final int NETWORK_BYTES = 8;

    private final int daily;
    private final Clock clock;
    private final SecureRandom random;
    private final int[] first = new int[COUNTERS];
    private final int[] second = new int[COUNTERS];
    private final byte[] key = new byte[KEY_BYTES];
    private Instant day = Instant.EPOCH;

    ClientLimit(int daily, Clock clock, SecureRandom random) {
        if (daily < 1) {
            throw new IllegalArgumentException("a daily limit must be 1 or more but is " + daily);
        }
        this.daily = daily;
        this.clock = clock;
        this.random = random;
        forgetYesterday();
    }

    /**
     * Takes one token from a client's day.
     *
     * @param address 4 or 16 bytes
     * @return how long to wait where there is none left; empty where one was taken
     */
    synchronized Optional<Duration> take(byte[] address) {
        forgetYesterday();
        ByteBuffer client = ByteBuffer.wrap(hash(address));
        int one = client.getInt() & (COUNTERS - 1);
        int other = client.getInt() & (COUNTERS - 1);
        if (Math.min(first[one], second[other]) >= daily) {
            return Optional.of(Duration.between(clock.instant(), day.plus(1, ChronoUnit.DAYS)));
        }
        first[one]++;
        second[other]++;
        return Optional.empty();
    }

    /** Also called by the clock, so that a day is forgotten though nobody asks for a token on the next. */
    synchronized void forgetYesterday() {
        Instant today = clock.instant().truncatedTo(ChronoUnit.DAYS);
        if (!today.equals(day)) {
            day = today;
            random.nextBytes(key);
            Arrays.fill(first, 0);
            Arrays.fill(second, 0);
        }
    }

    /** How many of the counters are not zero. */
    synchronized long countersInUse() {
        return IntStream.concat(Arrays.stream(first), Arrays.stream(second))
                .filter(count -> count > 0)
                .count();
    }

    private byte[] hash(byte[] address) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            // The length keeps an IPv4 address and the network of an IPv6 address apart.
            mac.update((byte) address.length);
            mac.update(address, 0, Math.min(address.length, NETWORK_BYTES));
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
