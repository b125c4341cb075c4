package io.auralis.ingest.keys;

import io.auralis.tokens.IssuerKey;
import io.auralis.tokens.TokenKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which key does what now. A key issues for the interval, unless a newer one is there, then verifies for the grace time,
 * then is refused; {@link #LINGERING} later, when every instance's clock agrees on that, it and what was spent of it are
 * deleted.
 */
public final class KeyRing {
    static final Duration LINGERING = Duration.ofDays(1);

    /** Another instance's new key is looked for when a token shows it, but not more often, whoever makes up key ids. */
    private static final Duration LOOK_AT_MOST_EVERY = Duration.ofSeconds(1);

    private final KeyFolder folder;
    private final Duration interval;
    private final Duration grace;
    private final Clock clock;
    private volatile List<StoredKey> keys = List.of();
    private Instant looked = Instant.EPOCH;

    KeyRing(KeyFolder folder, Duration interval, Duration grace, Clock clock) {
        if (interval.toSeconds() < 1 || grace.isNegative()) {
            throw new IllegalArgumentException(
                    "a key's interval must be 1 s or more and its grace 0 or more, not " + interval + " and " + grace);
        }
        this.folder = folder;
        this.interval = interval;
        this.grace = grace;
        this.clock = clock;
    }

    /** Makes the first or the next key if it is time, and reads what is there. */
    public synchronized void refresh() {
        folder.createIf(newest -> !newest.filter(this::mayIssue).isPresent(), clock.instant());
        keys = folder.read();
        looked = clock.instant();
    }

    /** The key that signs. */
    public IssuerKey issuing() {
        List<StoredKey> present = keys;
        if (present.isEmpty()) {
            throw new IllegalStateException("the keys were not read yet");
        }
        return present.get(0).key();
    }

    /** The key of this id, if its tokens are still taken. */
    public Optional<TokenKey> verifying(String id) {
        Optional<StoredKey> found = find(id);
        if (found.isEmpty() && look()) {
            found = find(id);
        }
        return found.filter(key -> clock.instant().isBefore(refusedFrom(key)))
                .map(key -> key.key().publicKey());
    }

    /** Ids of the keys whose time is long over. */
    public List<String> retired() {
        return keys.stream().filter(this::isRetired).map(StoredKey::id).toList();
    }

    /** Deletes a key whose spent tokens are deleted. */
    public synchronized void forget(String id) {
        keys.stream().filter(key -> key.id().equals(id) && isRetired(key)).forEach(folder::delete);
        keys = folder.read();
    }

    private Optional<StoredKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    private synchronized boolean look() {
        Instant now = clock.instant();
        if (looked.plus(LOOK_AT_MOST_EVERY).isAfter(now)) {
            return false;
        }
        keys = folder.read();
        looked = now;
        return true;
    }

    private boolean mayIssue(StoredKey key) {
        return clock.instant().isBefore(key.created().plus(interval));
    }

    private Instant refusedFrom(StoredKey key) {
        return key.created().plus(interval).plus(grace);
    }

    private boolean isRetired(StoredKey key) {
        return !clock.instant().isBefore(refusedFrom(key).plus(LINGERING));
    }
}
