package io.auralis.agent.sharing;

import io.auralis.agent.home.AuralisHome;
import java.util.Comparator;
import java.util.List;

/**
 * What is still to be told to the server, one file per report id: it survives a kill, and what is in it is only ever
 * replaced by a higher number of the same report. Callers hold the home's lock while they change it.
 */
final class Outbox {
    private final JsonFolder<OutboxEntry> folder;

    Outbox(AuralisHome home) {
        this.folder = new JsonFolder<>(home.sharing().resolve("outbox"), OutboxEntry.class);
    }

    /** Adds the entry, unless one of the same report with the same or a higher number waits already. */
    void add(OutboxEntry entry) {
        String id = entry.secret().reportId();
        if (folder.find(id)
                .filter(waiting -> waiting.number() >= entry.number())
                .isEmpty()) {
            folder.put(id, entry);
        }
    }

    /** Withdrawals first, then the longest waiting. */
    List<OutboxEntry> all() {
        return folder.all().stream()
                .sorted(Comparator.comparing((OutboxEntry entry) -> !entry.isWithdrawal())
                        .thenComparing(OutboxEntry::notBefore)
                        .thenComparing(entry -> entry.secret().reportId()))
                .toList();
    }

    /** Puts a failed attempt back, unless the entry was replaced or removed meanwhile. */
    void keep(OutboxEntry entry) {
        String id = entry.secret().reportId();
        if (folder.find(id)
                .filter(waiting -> waiting.number() == entry.number())
                .isPresent()) {
            folder.put(id, entry);
        }
    }

    /** Removes what is settled; a higher number that came meanwhile stays. */
    void settle(OutboxEntry entry) {
        String id = entry.secret().reportId();
        if (folder.find(id)
                .filter(waiting -> waiting.number() <= entry.number())
                .isPresent()) {
            folder.remove(id);
        }
    }

    /** Drops all summaries that were not sent; withdrawals stay, since the listener asked for them. */
    void dropSubmissions() {
        all().stream()
                .filter(entry -> !entry.isWithdrawal())
                .forEach(entry -> folder.remove(entry.secret().reportId()));
    }
}
