package io.auralis.agent.personal;

import io.auralis.agent.feedback.Audition;
import java.util.Optional;

/**
 * What became of an answered audition.
 *
 * @param audition as it was kept
 * @param profileVersion the profile's version after it, empty before the first
 * @param made the version that it brought about, if it did
 * @param standing where its dimension stands now
 */
public record Auditioned(
        Audition audition, String profileVersion, Optional<ProfileVersion> made, Assessment standing) {}
