package io.auralis.publisher.tuf;

import java.time.Duration;

/** How each role is held. Keys and thresholds are fixed when the repository is first made; lifetimes may change later. */
public record TufPolicy(RolePolicy root, RolePolicy targets, RolePolicy snapshot, RolePolicy timestamp) {

    /**
     * One key per role. Lifetimes: a day for the timestamp, so that an agent that is fed old metadata notices within a
     * day; a year for the root, which is renewed at half of it.
     */
    public static TufPolicy standard() {
        return of(Duration.ofDays(365), Duration.ofDays(90), Duration.ofDays(14), Duration.ofDays(1));
    }

    /** One key per role, with these lifetimes. */
    public static TufPolicy of(Duration root, Duration targets, Duration snapshot, Duration timestamp) {
        return new TufPolicy(
                new RolePolicy(1, 1, root),
                new RolePolicy(1, 1, targets),
                new RolePolicy(1, 1, snapshot),
                new RolePolicy(1, 1, timestamp));
    }

    RolePolicy policy(TufRole role) {
        return switch (role) {
            case ROOT -> root;
            case TARGETS -> targets;
            case SNAPSHOT -> snapshot;
            case TIMESTAMP -> timestamp;
        };
    }
}
