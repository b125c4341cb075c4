package io.auralis.ingest.redemption;

import io.auralis.ingest.keys.KeyRing;
import io.auralis.tokens.PrivateTokenScheme;
import io.auralis.tokens.Token;
import io.auralis.tokens.TokenChallenge;
import io.auralis.tokens.TokenException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reports cost a token each: verified here, on the caller's thread, and spent at the {@link Till}. */
final class PaidRedemption implements Redemption {
    private final KeyRing ring;
    private final List<TokenChallenge> challenges;
    private final Till till;
    private final Duration patience;

    /**
     * @param challenges those that tokens may be made out to, the one asked for first
     * @param patience how long a claim may wait for the database
     */
    PaidRedemption(KeyRing ring, List<TokenChallenge> challenges, Till till, Duration patience) {
        this.ring = ring;
        this.challenges = List.copyOf(challenges);
        this.till = till;
        this.patience = patience;
    }

    @Override
    public CompletableFuture<List<Payment>> redeem(List<Claim> claims) {
        List<@Nullable Spend> each = claims.stream().map(this::verified).toList();
        List<Spend> spends = each.stream().flatMap(Stream::ofNullable).toList();
        if (spends.isEmpty()) {
            return CompletableFuture.completedFuture(payments(claims, each, Optional.empty()));
        }
        return ask(spends).thenApply(settled -> payments(claims, each, settled));
    }

    private CompletableFuture<Optional<List<Boolean>>> ask(List<Spend> spends) {
        return till.spend(spends).completeOnTimeout(Optional.empty(), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static List<Payment> payments(
            List<Claim> claims, List<@Nullable Spend> spends, Optional<List<Boolean>> settled) {
        Iterator<Boolean> ours = settled.orElse(List.of()).iterator();
        List<Payment> payments = new ArrayList<>(claims.size());
        for (int place = 0; place < claims.size(); place++) {
            if (spends.get(place) == null) {
                payments.add(claims.get(place).token() == null ? Payment.REQUIRED : Payment.INVALID);
            } else if (settled.isEmpty()) {
                payments.add(Payment.UNAVAILABLE);
            } else {
                payments.add(ours.next() ? Payment.PAID : Payment.SPENT);
            }
        }
        return List.copyOf(payments);
    }

    private @Nullable Spend verified(Claim claim) {
        if (claim.token() == null) {
            return null;
        }
        try {
            Token token = Token.parse(claim.token());
            boolean good = ring.verifying(token.keyId())
                    .filter(key -> challenges.stream().anyMatch(challenge -> token.isGood(key, challenge)))
                    .isPresent();
            return good ? new Spend(token.keyId(), token.spendId(), claim.reportId()) : null;
        } catch (TokenException e) {
            return null;
        }
    }

    @Override
    public Optional<String> challenge() {
        return Optional.of(
                PrivateTokenScheme.challenge(challenges.get(0), ring.issuing().publicKey()));
    }

    /** Asks as a claim asks, of nothing. */
    @Override
    public boolean ready() {
        return ask(List.of()).join().isPresent();
    }
}
