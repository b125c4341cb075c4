package io.auralis.integration;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.contracts.taste.DimensionTally;
import io.auralis.contracts.taste.FeatureBins;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.TasteReport;
import io.auralis.contracts.taste.TrackBucket;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Plausible reports with figures all over their range, of the months that are believed, in 144 cohorts. */
final class AnyReport {
    private AnyReport() {}

    static TasteReport of(Random random, YearMonth newest) {
        TrackBucket bucket = pick(random, TrackBucket.values());
        int tracks = bucket.from() + random.nextInt(5);
        Map<TasteDimension, DimensionTally> dimensions = new EnumMap<>(TasteDimension.class);
        for (TasteDimension dimension : TasteDimension.values()) {
            int limit = dimension.limitSteps();
            dimensions.put(
                    dimension,
                    new DimensionTally(
                            random.nextInt(4),
                            random.nextInt(4),
                            random.nextInt(4),
                            random.nextInt(2 * limit + 1) - limit));
        }
        Map<FingerprintDimension, List<Integer>> features = new EnumMap<>(FingerprintDimension.class);
        for (FeatureBins bins : FeatureBins.values()) {
            features.put(bins.feature(), spread(random, tracks, bins.count()));
        }
        return new TasteReport(
                TasteReport.SCHEMA,
                SemanticVersion.parse("1.0.0"),
                pick(random, RecordingType.values()),
                newest.minusMonths(random.nextInt(4)).toString(),
                pick(random, new GearClass[] {
                    GearClass.NEUTRAL_HEADPHONES, GearClass.DARK_SPEAKERS, GearClass.THIN_SPEAKERS
                }),
                pick(random, HearingClass.values()),
                bucket,
                spread(random, tracks + random.nextInt(10), 5),
                dimensions,
                features);
    }

    private static List<Integer> spread(Random random, int total, int bins) {
        List<Integer> counts = new ArrayList<>(Collections.nCopies(bins, 0));
        for (int one = 0; one < total; one++) {
            int bin = random.nextInt(bins);
            counts.set(bin, counts.get(bin) + 1);
        }
        return counts;
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
