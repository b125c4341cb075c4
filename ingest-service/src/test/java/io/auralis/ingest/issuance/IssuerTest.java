package io.auralis.ingest.issuance;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.problem.ProblemCode;
import io.auralis.ingest.MovableClock;
import io.auralis.ingest.keys.KeyRing;
import io.auralis.ingest.keys.KeyRings;
import io.auralis.tokens.PendingToken;
import io.auralis.tokens.Token;
import io.auralis.tokens.TokenChallenge;
import io.auralis.tokens.TokenException;
import io.auralis.tokens.TokenKey;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IssuerTest {
    private static final TokenChallenge CHALLENGE = TokenChallenge.contribution("localhost");
    private static final byte[] ADDRESS = {127, 0, 0, 1};

    private final SecureRandom random = new SecureRandom();
    private final MovableClock clock = new MovableClock("2026-11-25T12:00:00Z");
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @TempDir
    Path folder;

    private KeyRing ring;
    private Issuer issuer;

    @BeforeEach
    void open() {
        ring = KeyRings.in(folder, clock);
        issuer = new Issuer(ring, new ClientLimit(2, clock, random), new IssuanceMetrics(registry), random);
    }

    @Test
    void whoReadsTheDirectoryGetsAGoodToken() throws TokenException {
        TokenKey key = issuer.directory().key(0);
        PendingToken pending = PendingToken.draw(key, CHALLENGE, random);
        Issued issued = issuer.issue(pending.request().encode(), ADDRESS);
        Token token = pending.finish(((Issued.Signed) issued).response());
        assertThat(token.isGood(key, CHALLENGE)).isTrue();
        assertThat(registry.counter("auralis.ingest.tokens.issued").count()).isEqualTo(1);
    }

    @Test
    void theDayOfAClientIsUsedUp() throws TokenException {
        byte[] request = request();
        issuer.issue(request, ADDRESS);
        issuer.issue(request, ADDRESS);
        assertThat(issuer.issue(request, ADDRESS)).isEqualTo(new Issued.UsedUp(Duration.ofHours(12)));
        assertThat(registry.counter("auralis.ingest.tokens.refused", "code", "token-limit")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void hostileRequestsAreRefusedAndCostNothing() throws TokenException {
        byte[] good = request();
        byte[] otherType = good.clone();
        otherType[1] = 1;
        byte[] otherKey = good.clone();
        otherKey[2] ^= 1;
        byte[] beyondTheModulus = good.clone();
        Arrays.fill(beyondTheModulus, 3, good.length, (byte) 0xff);
        for (byte[] hostile : new byte[][] {
            {},
            {0},
            Arrays.copyOf(good, good.length - 1),
            Arrays.copyOf(good, good.length + 1),
            otherType,
            otherKey,
            beyondTheModulus
        }) {
            assertThat(issuer.issue(hostile, ADDRESS))
                    .isInstanceOfSatisfying(
                            Issued.Refused.class,
                            refused -> assertThat(refused.problem().code())
                                    .isEqualTo(ProblemCode.INVALID_TOKEN_REQUEST.code()));
        }
        assertThat(issuer.issue(good, ADDRESS)).isInstanceOf(Issued.Signed.class);
        assertThat(issuer.issue(good, ADDRESS)).isInstanceOf(Issued.Signed.class);
    }

    @Test
    void aRequestForAnOldKeyIsRefused() throws TokenException {
        byte[] old = request();
        clock.forward(Duration.ofDays(30));
        ring.refresh();
        assertThat(issuer.issue(old, ADDRESS)).isInstanceOf(Issued.Refused.class);
    }

    private byte[] request() throws TokenException {
        return PendingToken.draw(issuer.directory().key(0), CHALLENGE, random)
                .request()
                .encode();
    }
}
