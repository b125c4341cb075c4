package io.auralis.benchmarks.payload;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.contracts.json.Sha256;
import io.auralis.contracts.taste.DimensionTally;
import io.auralis.contracts.taste.FeatureBins;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.ReportSecret;
import io.auralis.contracts.taste.ReportSubmission;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.TasteReport;
import io.auralis.contracts.taste.TrackBucket;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Plausible reports of made-up contributors, about 1 kB each in canonical form: the n-th is the same in every run, so that
 * all that is compared gets the same bytes. Recording types, gear and hearing are spread evenly, so a month has some 100
 * cohorts.
 */
public final class SampleReports {
    private static final SemanticVersion BASE_MODEL = SemanticVersion.parse("1.0.0");

    private final String month;
    private final List<String> tokens;

    /** @param month of all reports; ingest-service believes the current one and some before it */
    public SampleReports(YearMonth month) {
        this(month.toString(), List.of());
    }

    private SampleReports(String month, List<String> tokens) {
        this.month = month;
        this.tokens = List.copyOf(tokens);
    }

    /** The same reports, each with its token inside; as many contributors as there are tokens. */
    public SampleReports paidWith(List<String> drawn) {
        return new SampleReports(month, drawn);
    }

    /** What the n-th contributor's agent sends. */
    public ReportSubmission submission(int contributor) {
        return new ReportSubmission(
                secret(contributor), 1, report(contributor), tokens.isEmpty() ? null : tokens.get(contributor));
    }

    /** What ingest-service makes of it: the value of the record on the topic. */
    public ReportRecord record(int contributor) {
        return ReportRecord.live(secret(contributor).reportId(), 1, report(contributor));
    }

    private static ReportSecret secret(int contributor) {
        return ReportSecret.parse(Sha256.hex(("made-up contributor " + contributor).getBytes(StandardCharsets.UTF_8)));
    }

    private TasteReport report(int contributor) {
        // Random's first figures of neighbouring seeds are alike; a large odd factor sets them apart.
        Random random = new Random(contributor * 0x9E3779B97F4A7C15L);
        int tracks = TrackBucket.FROM_5.from() + random.nextInt(60);
        int[] ratings = scattered(tracks + random.nextInt(40), 5, random);
        Map<TasteDimension, DimensionTally> dimensions = new EnumMap<>(TasteDimension.class);
        for (TasteDimension dimension : TasteDimension.values()) {
            int limit = dimension.limitSteps();
            dimensions.put(
                    dimension,
                    new DimensionTally(
                            random.nextInt(5),
                            random.nextInt(5),
                            random.nextInt(5),
                            random.nextInt(2 * limit) - limit));
        }
        Map<FingerprintDimension, List<Integer>> features = new EnumMap<>(FingerprintDimension.class);
        for (FeatureBins bins : FeatureBins.values()) {
            features.put(bins.feature(), list(scattered(tracks, bins.count(), random)));
        }
        return new TasteReport(
                TasteReport.SCHEMA,
                BASE_MODEL,
                pick(random, RecordingType.values()),
                month,
                pick(random, GearClass.values()),
                pick(random, HearingClass.values()),
                TrackBucket.of(tracks),
                list(ratings),
                dimensions,
                features);
    }

    /** So many things, each in one of so many bins. */
    private static int[] scattered(int things, int bins, Random random) {
        int[] counts = new int[bins];
        for (int thing = 0; thing < things; thing++) {
            counts[random.nextInt(bins)]++;
        }
        return counts;
    }

    private static List<Integer> list(int[] counts) {
        return Arrays.stream(counts).boxed().toList();
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }
}
