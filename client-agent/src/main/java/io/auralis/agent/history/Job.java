package io.auralis.agent.history;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteDimension;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One mastering as it was done: what a rating judges.
 *
 * @param id unique, 26 lower-case letters and digits, sorts by time
 * @param at when, UTC
 * @param track the source file's name, for the listener's own eyes: never leaves the machine
 * @param sourceSha256 of the source file's bytes
 * @param outputSha256 of the output file's bytes
 * @param baseModel the model used
 * @param personalVersion the personal profile's version, empty before the first
 * @param gear the gear then in use
 * @param hearing the hearing then stated
 * @param type what the track was recognised as
 * @param profile the best profile's id
 * @param confidence its confidence
 * @param applied per dimension, what was applied
 * @param fingerprint of the source
 */
public record Job(
        String id,
        Instant at,
        String track,
        String sourceSha256,
        String outputSha256,
        SemanticVersion baseModel,
        String personalVersion,
        GearClass gear,
        HearingClass hearing,
        RecordingType type,
        String profile,
        double confidence,
        Map<TasteDimension, Applied> applied,
        Fingerprint fingerprint) {

    /**
     * One dimension's part of the plan, in its unit: tone in dB, width as energy share, loudness in LUFS, punch as crest
     * target in dB.
     */
    public record Applied(double base, double personal, double total) {}

    public Job {
        // The id and the hashes become a file's name.
        if (!id.matches("[0-9a-z]{26}")) {
            throw new IllegalArgumentException("a job's id has 26 lower-case letters and digits");
        }
        if (!sourceSha256.matches("[0-9a-f]{64}") || !outputSha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a SHA-256 has 64 lower-case hex digits");
        }
        Stream.of(at, track, baseModel, personalVersion, gear, hearing, type, profile, fingerprint)
                .forEach(Objects::requireNonNull);
        Map<TasteDimension, Applied> copy = new EnumMap<>(TasteDimension.class);
        copy.putAll(applied);
        applied = Collections.unmodifiableMap(copy);
    }
}
