package io.auralis.agent.library;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/** Fingerprints for tests: music of no profile, and a library of the seed's signature, in true units. */
public final class Figures {
    private Figures() {}

    /** Anything that music may be, all dimensions within their typical ranges. */
    public static Fingerprint anything(SplittableRandom random) {
        Map<FingerprintDimension, Double> values = new EnumMap<>(FingerprintDimension.class);
        for (FingerprintDimension dimension : FingerprintDimension.values()) {
            values.put(dimension, random.nextDouble(dimension.typicalLow(), dimension.typicalHigh()));
        }
        values.put(FingerprintDimension.SPECTRAL_CENTROID, 1_900 * Math.exp(normal(random, 0, 0.45)));
        values.put(FingerprintDimension.BASS_MID_RATIO, normal(random, 4.5, 4));
        values.put(FingerprintDimension.STEREO_WIDTH, Math.max(0.01, normal(random, 0.22, 0.1)));
        values.put(FingerprintDimension.CREST_DB, normal(random, 13.4, 2.5));
        return Fingerprint.of(values);
    }

    /** The seed's Part 1 in true units: bright (its 7,500 to 8,000 Hz are 3,000 to 3,200), narrow, lean, with transients. */
    public static Fingerprint seedLibrary(SplittableRandom random) {
        Map<FingerprintDimension, Double> values =
                new EnumMap<>(anything(random).values());
        values.put(FingerprintDimension.SPECTRAL_CENTROID, normal(random, 3_080, 90));
        values.put(FingerprintDimension.BASS_MID_RATIO, normal(random, 1.1, 1.2));
        values.put(FingerprintDimension.STEREO_WIDTH, normal(random, 0.12, 0.018));
        values.put(FingerprintDimension.CREST_DB, normal(random, 15, 2.4));
        return Fingerprint.of(values);
    }

    /** Normal by Box and Muller: SplittableRandom draws none before Java 17's generators, which must not matter here. */
    static double normal(SplittableRandom random, double mean, double deviation) {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return mean + deviation * radius * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** As a scan would have heard it. */
    public static HeardTrack heard(String sha256, Fingerprint fingerprint) {
        return new HeardTrack(sha256, fingerprint, 200, "", "", "");
    }
}
