package io.auralis.contracts;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.EvidenceRule;
import io.auralis.contracts.basemodel.MasteringParameters;
import io.auralis.contracts.basemodel.Philosophy;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.basemodel.StereoStrategy;
import io.auralis.contracts.basemodel.ToneDb;
import io.auralis.contracts.candidate.Candidate;
import io.auralis.contracts.candidate.CandidateChange;
import io.auralis.contracts.candidate.CandidateEvidence;
import io.auralis.contracts.fingerprint.FingerprintDimension;
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
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Contract values drawn from a seed: the whole legal range of each component, its edges more often than its middle. */
final class RandomContracts {
    private final Random random;

    RandomContracts(long seed) {
        this.random = new Random(seed);
    }

    ReportSubmission submission() {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return new ReportSubmission(ReportSecret.parse(HexFormat.of().formatHex(secret)), number(), report());
    }

    ReportRecord record() {
        String id = submission().secret().reportId();
        return random.nextBoolean() ? ReportRecord.live(id, number(), report()) : ReportRecord.withdrawal(id, number());
    }

    TasteReport report() {
        Map<TasteDimension, DimensionTally> dimensions = new EnumMap<>(TasteDimension.class);
        for (TasteDimension dimension : TasteDimension.values()) {
            int limit = dimension.limitSteps();
            dimensions.put(dimension, new DimensionTally(count(), count(), count(), between(-limit, limit)));
        }
        Map<FingerprintDimension, List<Integer>> features = new EnumMap<>(FingerprintDimension.class);
        for (FeatureBins bins : FeatureBins.values()) {
            features.put(
                    bins.feature(),
                    IntStream.range(0, bins.count()).mapToObj(bin -> count()).toList());
        }
        return new TasteReport(
                TasteReport.SCHEMA,
                version(),
                any(RecordingType.values()),
                String.format("%04d-%02d", between(2000, 2999), between(1, 12)),
                any(GearClass.values()),
                any(HearingClass.values()),
                any(TrackBucket.values()),
                List.of(count(), count(), count(), count(), between(TasteReport.MIN_RATINGS, 100_000)),
                dimensions,
                features);
    }

    BaseModel model() {
        return new BaseModel(
                BaseModel.SCHEMA,
                version(),
                random.nextDouble(),
                IntStream.range(0, between(1, 5))
                        .mapToObj(index -> profile("profile-" + index))
                        .toList());
    }

    Candidate candidate() {
        return new Candidate(Candidate.SCHEMA, "candidate-" + between(0, 9999), version(), change(), evidence());
    }

    private CandidateChange change() {
        RecordingType type = any(RecordingType.STUDIO, RecordingType.METAL, RecordingType.BOOTLEG);
        TasteDimension dimension = any(TasteDimension.values());
        int steps = between(1, dimension.limitSteps()) * (random.nextBoolean() ? 1 : -1);
        double step = dimension.fromSteps(steps);
        return switch (between(0, 2)) {
            case 0 -> new CandidateChange.ParameterStep(type, dimension, step);
            case 1 -> new CandidateChange.GearPriorStep(type, GearClass.THIN_SPEAKERS, dimension, step);
            default -> new CandidateChange.NewProfile(profile("found"));
        };
    }

    private CandidateEvidence evidence() {
        return new CandidateEvidence(
                between(50, 1_000_000),
                List.of("2026-10", "2026-11"),
                random.nextGaussian(),
                random.nextGaussian(),
                random.nextGaussian(),
                LongStream.generate(() -> between(-5, 1000)).limit(3).boxed().toList(),
                new CandidateEvidence.HoldOut(between(-3, 100), random.nextDouble(), random.nextDouble()),
                LongStream.generate(() -> between(-5, 1000)).limit(121).boxed().toList(),
                new CandidateEvidence.PrivacySpent(
                        random.nextDouble(), random.nextDouble(), random.nextDouble() * 1e-9),
                "From ümläuts to 🎧, \"quoted\" and \\ escaped.");
    }

    private RecordingProfile profile(String id) {
        return new RecordingProfile(
                id,
                any(RecordingType.STUDIO, RecordingType.METAL, RecordingType.BOOTLEG),
                any(Philosophy.values()),
                1 - random.nextDouble(),
                Stream.generate(this::rule).limit(between(1, 6)).toList(),
                new MasteringParameters(
                        new ToneDb(tone(), tone(), tone(), tone(), tone()),
                        random.nextDouble(),
                        any(StereoStrategy.values()),
                        random.nextDouble(3, 30),
                        random.nextDouble(-40, -5),
                        random.nextDouble(-9, -0.1)),
                priors(GearClass.values()),
                priors(HearingClass.values()),
                "seeded");
    }

    private EvidenceRule rule() {
        double from = random.nextDouble(-100, 20000);
        boolean open = random.nextBoolean();
        return new EvidenceRule(
                any(FingerprintDimension.values()),
                from,
                open ? null : from + random.nextDouble(),
                random.nextDouble(),
                random.nextDouble(),
                1 - random.nextDouble());
    }

    private <K> Map<K, Map<TasteDimension, Double>> priors(K[] keys) {
        Map<K, Map<TasteDimension, Double>> priors = new TreeMap<>();
        Arrays.stream(keys).filter(key -> random.nextBoolean()).forEach(key -> {
            TasteDimension dimension = any(TasteDimension.values());
            double limit = dimension.limit();
            priors.put(key, Map.of(dimension, random.nextDouble(-limit, limit)));
        });
        return priors;
    }

    private double tone() {
        Supplier<Double> inside = () -> random.nextDouble(-12, 12);
        return between(0, 3) == 0 ? any(-12.0, 0.0, 12.0) : inside.get();
    }

    private SemanticVersion version() {
        return new SemanticVersion(between(0, 9), between(0, 999_999), between(0, 9));
    }

    private long number() {
        return between(0, 3) == 0 ? any(1L, ReportRecord.MOST_NUMBER) : random.nextLong(1, ReportRecord.MOST_NUMBER);
    }

    private int count() {
        return between(0, 3) == 0 ? any(0, 100_000) : between(0, 100_000);
    }

    private int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }
}
