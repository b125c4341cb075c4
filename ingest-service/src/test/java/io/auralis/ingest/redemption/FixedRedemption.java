package io.auralis.ingest.redemption;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Settles claims as told, in order of their arrival, the last answer for all that follow. */
public final class FixedRedemption implements Redemption {
    private final List<Payment> payments;
    private final List<Claim> claims = new ArrayList<>();

    public FixedRedemption(Payment... payments) {
        this.payments = List.of(payments);
    }

    public List<Claim> claims() {
        return List.copyOf(claims);
    }

    @Override
    public CompletableFuture<List<Payment>> redeem(List<Claim> more) {
        List<Payment> answer = new ArrayList<>();
        for (Claim claim : more) {
            answer.add(payments.get(Math.min(claims.size(), payments.size() - 1)));
            claims.add(claim);
        }
        return CompletableFuture.completedFuture(answer);
    }

    @Override
    public Optional<String> challenge() {
        return Optional.of("PrivateToken challenge=\"\"");
    }

    @Override
    public boolean ready() {
        return true;
    }
}
