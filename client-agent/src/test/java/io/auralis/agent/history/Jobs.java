package io.auralis.agent.history;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.contracts.json.Sha256;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteDimension;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Jobs for tests: the seed's first track, mastered with base model 1.0.0 on neutral headphones. */
public final class Jobs {
    private Jobs() {}

    public static Job of(String track, Instant at) {
        return of(track, at, RecordingType.STUDIO, "", Map.of());
    }

    /** @param personal per dimension what the personal layer added; 0 where absent */
    public static Job of(
            String track,
            Instant at,
            RecordingType type,
            String personalVersion,
            Map<TasteDimension, Double> personal) {
        Map<TasteDimension, Job.Applied> applied = new EnumMap<>(TasteDimension.class);
        base().forEach((dimension, base) -> {
            double part = personal.getOrDefault(dimension, 0.0);
            applied.put(dimension, new Job.Applied(base, part, base + part));
        });
        return new Job(
                JobId.next(at),
                at,
                track,
                Sha256.hex(("source " + track).getBytes(StandardCharsets.UTF_8)),
                Sha256.hex(("output " + track).getBytes(StandardCharsets.UTF_8)),
                new SemanticVersion(1, 0, 0),
                personalVersion,
                GearClass.NEUTRAL_HEADPHONES,
                HearingClass.NORMAL,
                type,
                "studio-hd-bright",
                0.85,
                applied,
                Fingerprint.of(Map.of(
                        FingerprintDimension.SPECTRAL_CENTROID, 3063.2,
                        FingerprintDimension.BASS_MID_RATIO, 1.62,
                        FingerprintDimension.STEREO_WIDTH, 0.13,
                        FingerprintDimension.CREST_DB, 11.95)));
    }

    private static Map<TasteDimension, Double> base() {
        return Map.of(
                TasteDimension.BASS, 1.5,
                TasteDimension.LOW_MID, 0.0,
                TasteDimension.MID, -1.0,
                TasteDimension.TREBLE, 2.0,
                TasteDimension.AIR, 0.0,
                TasteDimension.WIDTH, 0.13,
                TasteDimension.LOUDNESS, -14.0,
                TasteDimension.PUNCH, 13.0);
    }
}
