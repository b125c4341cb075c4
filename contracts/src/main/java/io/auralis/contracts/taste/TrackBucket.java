package io.auralis.contracts.taste;

import com.fasterxml.jackson.annotation.JsonValue;

/** How many tracks a report rests on, as coarsely as it may be told. */
public enum TrackBucket {
    FROM_5("5-9", 5),
    FROM_10("10-19", 10),
    FROM_20("20-49", 20),
    FROM_50("50+", 50);

    private final String key;
    private final int from;

    TrackBucket(String key, int from) {
        this.key = key;
        this.from = from;
    }

    @JsonValue
    public String key() {
        return key;
    }

    /** @throws IllegalArgumentException below 5 tracks: so few are not reported */
    public static TrackBucket of(int tracks) {
        TrackBucket found = null;
        for (TrackBucket bucket : values()) {
            if (tracks >= bucket.from) {
                found = bucket;
            }
        }
        if (found == null) {
            throw new IllegalArgumentException("a report needs at least 5 tracks but has " + tracks);
        }
        return found;
    }
}
