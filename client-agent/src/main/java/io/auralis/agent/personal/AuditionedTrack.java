package io.auralis.agent.personal;

import io.auralis.contracts.basemodel.SemanticVersion;

/**
 * What was played in an audition.
 *
 * @param track the source file's name, for the listener's own eyes
 * @param sourceSha256 of the source file's bytes
 * @param baseModel the model that both were made by
 * @param lower the lower personal part as it was really applied: what a legal range took away was not heard
 * @param higher the higher one, likewise
 */
public record AuditionedTrack(
        String track, String sourceSha256, SemanticVersion baseModel, double lower, double higher) {}
