package io.auralis.publisher.tuf;

import java.time.Duration;

/**
 * How one role is held.
 *
 * @param keys how many keys it has, at least 1
 * @param threshold how many of them must sign, 1..keys
 * @param lifetime from signing to expiry, at least one second: metadata has no finer time
 */
public record RolePolicy(int keys, int threshold, Duration lifetime) {
    public RolePolicy {
        if (threshold < 1 || keys < threshold) {
            throw new IllegalArgumentException(
                    "a role needs a threshold of at least 1 and as many keys, but has " + threshold + " of " + keys);
        }
        if (lifetime.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("a role's lifetime must be at least a second but is " + lifetime);
        }
    }
}
