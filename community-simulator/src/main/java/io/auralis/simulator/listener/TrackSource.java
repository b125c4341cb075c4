package io.auralis.simulator.listener;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.EvidenceRule;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.detection.Detector;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Fingerprints of tracks of one recording type: drawn from the ranges that the model's rules look for, then recognised by the real detector. */
final class TrackSource {
    private static final List<FingerprintDimension> SHARES = List.of(
            FingerprintDimension.SUB_BASS_PCT,
            FingerprintDimension.BASS_PCT,
            FingerprintDimension.LOW_MID_PCT,
            FingerprintDimension.MID_PCT,
            FingerprintDimension.UPPER_MID_PCT,
            FingerprintDimension.PRESENCE_PCT,
            FingerprintDimension.AIR_PCT);

    /** A type whose own ranges are recognised as another after so many draws cannot be drawn. */
    private static final int MOST_DRAWS = 1_000;

    private final RecordingType type;
    private final Detector detector;
    private final List<RecordingProfile> profiles;

    /** @throws IllegalArgumentException if the model has no profile of the type */
    TrackSource(BaseModel model, RecordingType type) {
        this.type = type;
        this.detector = new Detector(model);
        this.profiles = model.profiles().stream()
                .filter(profile -> profile.family() == type)
                .toList();
        if (profiles.isEmpty()) {
            throw new IllegalArgumentException("base model " + model.version() + " knows no " + type);
        }
    }

    /** A track's fingerprint and what it was recognised as. */
    record Track(Fingerprint fingerprint, Detection detection) {}

    Track draw(RandomGenerator random) {
        for (int draw = 0; draw < MOST_DRAWS; draw++) {
            Fingerprint fingerprint = fingerprint(profiles.get(random.nextInt(profiles.size())), random);
            Detection detection = detector.detect(fingerprint);
            if (detection.type() == type) return new Track(fingerprint, detection);
        }
        throw new IllegalArgumentException("no fingerprint from the ranges of " + type + " is recognised as " + type);
    }

    private static Fingerprint fingerprint(RecordingProfile profile, RandomGenerator random) {
        Map<FingerprintDimension, Double> values = new EnumMap<>(FingerprintDimension.class);
        for (FingerprintDimension dimension : FingerprintDimension.values()) {
            double low = dimension.typicalLow();
            double high = dimension.typicalHigh();
            for (EvidenceRule rule : profile.rules()) {
                if (rule.feature() == dimension) {
                    low = rule.from() == null ? low : Math.max(low, rule.from());
                    high = rule.to() == null ? high : Math.min(high, rule.to());
                }
            }
            // A range outside what is typical leaves nothing between: then its edge is as good as any value.
            values.put(dimension, high > low ? low + (high - low) * random.nextDouble() : Math.min(low, high));
        }
        double sum = SHARES.stream().mapToDouble(values::get).sum();
        for (FingerprintDimension share : SHARES) values.compute(share, (key, value) -> value / sum);
        return Fingerprint.of(values);
    }
}
