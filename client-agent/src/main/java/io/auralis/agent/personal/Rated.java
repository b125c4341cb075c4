package io.auralis.agent.personal;

import io.auralis.agent.feedback.Rating;
import java.util.Optional;

/**
 * What became of a rating.
 *
 * @param rating as it was kept
 * @param profileVersion the profile's version after it, empty before the first
 * @param made the version that this rating brought about, if it did
 */
public record Rated(Rating rating, String profileVersion, Optional<ProfileVersion> made) {}
