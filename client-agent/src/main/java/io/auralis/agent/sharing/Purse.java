package io.auralis.agent.sharing;

import io.auralis.agent.exchange.ServerAddress;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.HomeLock;
import io.auralis.agent.tokens.Drawn;
import io.auralis.agent.tokens.TokenSource;
import io.auralis.agent.tokens.TokenStock;
import io.auralis.tokens.Token;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds the token for a summary: the one that its slot used before, since that one pays for every newer summary of the
 * slot; else one in stock; else one drawn now. The home is locked while something is changed, never while waiting for the
 * server.
 */
final class Purse {
    private final AuralisHome home;
    private final SlotStore slots;
    private final TokenStock stock;
    private final TokenSource source;

    Purse(AuralisHome home, SlotStore slots, TokenStock stock, TokenSource source) {
        this.home = home;
        this.slots = slots;
        this.stock = stock;
        this.source = source;
    }

    Fare fareOf(OutboxEntry entry) {
        Optional<String> kept = locked(() -> {
            Optional<String> used = slots.find(entry.slot()).flatMap(slot -> Optional.ofNullable(slot.token()));
            return used.isPresent() ? used : stock.take(entry.server()).map(token -> give(entry, token));
        });
        return kept.<Fare>map(Fare.Paid::new).orElseGet(() -> drawFor(entry));
    }

    /** The server does not take a token, most likely since its key has retired: then those of the same key go too. */
    void drop(OutboxEntry entry, String token) {
        locked(() -> {
            slots.update(entry.slot(), slot -> slot.withToken(null));
            stock.discardAlike(token);
            return Optional.empty();
        });
    }

    /** Fills the stock for a later session; what the server refuses is left for another time. */
    void fill(ServerAddress server) {
        int missing = TokenStock.FULL - stock.size(server.toString());
        if (missing > 0 && source.draw(server, missing) instanceof Drawn.Tokens drawn) {
            locked(() -> {
                stock.add(server, drawn.tokens());
                return Optional.empty();
            });
        }
    }

    private Fare drawFor(OutboxEntry entry) {
        Drawn drawn = source.draw(ServerAddress.parse(entry.server()), 1);
        if (drawn instanceof Drawn.Tokens tokens) {
            Token token = tokens.tokens().get(0);
            return locked(() -> Optional.of(give(entry, token.text())))
                    .<Fare>map(Fare.Paid::new)
                    .orElseThrow();
        }
        if (drawn instanceof Drawn.None none) {
            return new Fare.Missing(none.why(), none.askedWait());
        }
        return new Fare.Free();
    }

    private String give(OutboxEntry entry, String token) {
        slots.update(entry.slot(), slot -> slot.withToken(token));
        return token;
    }

    private Optional<String> locked(Supplier<Optional<String>> change) {
        try (HomeLock lock = HomeLock.acquire(home)) {
            return change.get();
        }
    }
}
