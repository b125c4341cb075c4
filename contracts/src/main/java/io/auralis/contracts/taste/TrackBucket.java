package io.auralis.contracts.taste;

import com.fasterxml.jackson.annotation.JsonValue;

/** How many tracks a report rests on, as coarsely as it may be told. */
public enum TrackBucket {
    FROM_5("5-9", 5, 9),
    FROM_10("10-19", 10, 19),
    FROM_20("20-49", 20, 49),
    FROM_50("50+", 50, Integer.MAX_VALUE);

    private final String key;
    private final int from;
    private final int to;

    TrackBucket(String key, int from, int to) {
        this.key = key;
        this.from = from;
        this.to = to;
    }

    @JsonValue
    public String key() {
        return key;
    }

    /** The fewest tracks it stands for. */
    public int from() {
        return from;
    }

    public boolean holds(long tracks) {
        return tracks >= from && tracks <= to;
    }

    /** @throws IllegalArgumentException below 5 tracks: so few are not reported */
    public static TrackBucket of(int tracks) {
        for (TrackBucket bucket : values()) {
            if (bucket.holds(tracks)) {
                return bucket;
            }
        }
        throw new IllegalArgumentException("a report needs at least 5 tracks but has " + tracks);
    }
}
