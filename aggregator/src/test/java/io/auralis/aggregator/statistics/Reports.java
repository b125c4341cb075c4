package io.auralis.aggregator.statistics;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.contracts.json.Sha256;
import io.auralis.contracts.taste.DimensionTally;
import io.auralis.contracts.taste.FeatureBins;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.TasteReport;
import io.auralis.contracts.taste.TrackBucket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Valid reports for tests, reproducible from a seed. */
public final class Reports {
    private Reports() {}

    /** The id of the report of the n-th owner. */
    public static String id(int owner) {
        return Sha256.hex(("owner " + owner).getBytes(StandardCharsets.UTF_8));
    }

    /** A report with figures all over their range, in one of a few cohorts. */
    public static TasteReport anything(Random random) {
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
        return report(
                pick(random, RecordingType.values()),
                pick(random, GearClass.values()),
                random.nextBoolean() ? "2026-10" : "2026-11",
                dimensions,
                random);
    }

    /** A report of the month 2026-11 in which one dimension has moved and all others are at zero, without asks. */
    public static TasteReport wanting(RecordingType type, GearClass gear, TasteDimension dimension, int steps) {
        Map<TasteDimension, DimensionTally> dimensions = new EnumMap<>(TasteDimension.class);
        for (TasteDimension other : TasteDimension.values()) {
            dimensions.put(other, new DimensionTally(0, 0, 0, 0));
        }
        dimensions.put(dimension, new DimensionTally(steps > 0 ? 3 : 0, 1, steps < 0 ? 3 : 0, steps));
        return report(type, gear, "2026-11", dimensions, new Random(steps));
    }

    /** A report of a month. */
    public static TasteReport ofMonth(String month, int steps) {
        TasteReport report = wanting(RecordingType.STUDIO, GearClass.NEUTRAL_HEADPHONES, TasteDimension.BASS, steps);
        return new TasteReport(
                report.schema(),
                report.baseModel(),
                report.recordingType(),
                month,
                report.gearClass(),
                report.hearingClass(),
                report.tracks(),
                report.ratings(),
                report.dimensions(),
                report.features());
    }

    private static TasteReport report(
            RecordingType type,
            GearClass gear,
            String month,
            Map<TasteDimension, DimensionTally> dimensions,
            Random random) {
        Map<FingerprintDimension, List<Integer>> features = new EnumMap<>(FingerprintDimension.class);
        for (FeatureBins bins : FeatureBins.values()) {
            List<Integer> counts = new ArrayList<>();
            IntStream.range(0, bins.count()).forEach(bin -> counts.add(random.nextInt(3)));
            features.put(bins.feature(), counts);
        }
        return new TasteReport(
                TasteReport.SCHEMA,
                SemanticVersion.parse("1.0.0"),
                type,
                month,
                gear,
                pick(random, HearingClass.values()),
                pick(random, TrackBucket.values()),
                List.of(0, 1, 2, 3, random.nextInt(9)),
                dimensions,
                features);
    }

    /** A record of one of some owners with one of some numbers; the same owner and number always give the same record. */
    public static ReportRecord anyRecord(Random random, int owners, int numbers) {
        int owner = random.nextInt(owners);
        int number = 1 + random.nextInt(numbers);
        Random content = new Random(31L * owner + number);
        return content.nextInt(8) == 0
                ? ReportRecord.withdrawal(id(owner), number)
                : ReportRecord.live(id(owner), number, anything(content));
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
