package io.auralis.agent.personal;

import java.time.Instant;

/**
 * One version of a profile, as it stands in Git.
 *
 * @param commit its commit, 40 hex digits
 * @param at when it was made, UTC
 * @param reason why, in words
 * @param profile the profile
 */
public record ProfileVersion(String commit, Instant at, String reason, PersonalProfile profile) {
    public String version() {
        return profile.version();
    }
}
