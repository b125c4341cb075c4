package io.auralis.ingest.redemption;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** How reports are paid for; one implementation for each {@link io.auralis.ingest.keys.TokenMode}. Safe for many threads. */
public interface Redemption {
    /**
     * Settles claims. A token belongs to the first report id that shows it, whichever instance it is shown to; the same
     * token with the same report id is paid again and again.
     *
     * @return completes within seconds, never exceptionally: what became of each, in order
     */
    CompletableFuture<List<Payment>> redeem(List<Claim> claims);

    /** The value of {@code WWW-Authenticate} for whoever showed no good token; empty where none is asked for. */
    Optional<String> challenge();

    /** Whether a claim made now would be settled. */
    boolean ready();

    /** Reports are free. */
    static Redemption free() {
        return new Redemption() {
            @Override
            public CompletableFuture<List<Payment>> redeem(List<Claim> claims) {
                return CompletableFuture.completedFuture(Collections.nCopies(claims.size(), Payment.PAID));
            }

            @Override
            public Optional<String> challenge() {
                return Optional.empty();
            }

            @Override
            public boolean ready() {
                return true;
            }
        };
    }
}
