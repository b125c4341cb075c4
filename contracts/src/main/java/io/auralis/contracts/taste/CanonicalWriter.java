package io.auralis.contracts.taste;

import io.auralis.contracts.fingerprint.FingerprintDimension;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The canonical form (RFC 8785) of a record, written straight. Every string of a record is ASCII without a character to
 * escape and every number is whole, so what is left of the RFC is the order of the keys. {@code Json.canonical} remains
 * the definition; a test holds the two together byte for byte. It is one tenth of the work, which matters where each
 * stored report passes.
 */
final class CanonicalWriter {
    /** A live record has about 850 bytes. */
    private static final int USUAL_LENGTH = 1024;

    private static final List<TasteDimension> DIMENSIONS = Arrays.stream(TasteDimension.values())
            .sorted(Comparator.comparing(TasteDimension::key))
            .toList();
    private static final List<FingerprintDimension> FEATURES = Stream.of(FeatureBins.values())
            .map(FeatureBins::feature)
            .sorted(Comparator.comparing(FingerprintDimension::key))
            .toList();

    private final StringBuilder out = new StringBuilder(USUAL_LENGTH);

    private CanonicalWriter() {}

    static byte[] of(ReportRecord record) {
        CanonicalWriter canonical = new CanonicalWriter();
        canonical.write(record);
        return canonical.out.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private void write(ReportRecord record) {
        out.append("{\"id\":\"").append(record.id());
        out.append("\",\"number\":").append(record.number());
        TasteReport report = record.report();
        if (report != null) {
            out.append(",\"report\":");
            write(report);
        }
        out.append(",\"schema\":\"").append(record.schema());
        out.append("\",\"withdrawn\":").append(record.withdrawn()).append('}');
    }

    private void write(TasteReport report) {
        out.append("{\"baseModel\":\"").append(report.baseModel());
        out.append("\",\"dimensions\":{");
        for (TasteDimension dimension : DIMENSIONS) {
            key(dimension.key());
            // A report has all eight dimensions and all four features.
            DimensionTally tally = Objects.requireNonNull(report.dimensions().get(dimension));
            out.append("{\"deltaSteps\":").append(tally.deltaSteps());
            out.append(",\"fine\":").append(tally.fine());
            out.append(",\"less\":").append(tally.less());
            out.append(",\"more\":").append(tally.more()).append('}');
        }
        out.append("},\"features\":{");
        for (FingerprintDimension feature : FEATURES) {
            key(feature.key());
            write(Objects.requireNonNull(report.features().get(feature)));
        }
        out.append("},\"gearClass\":\"").append(report.gearClass().key());
        out.append("\",\"hearingClass\":\"").append(report.hearingClass().key());
        out.append("\",\"month\":\"").append(report.month());
        out.append("\",\"ratings\":");
        write(report.ratings());
        out.append(",\"recordingType\":\"").append(report.recordingType().name());
        out.append("\",\"schema\":\"").append(report.schema());
        out.append("\",\"tracks\":\"").append(report.tracks().key()).append("\"}");
    }

    private void key(String name) {
        if (out.charAt(out.length() - 1) != '{') {
            out.append(',');
        }
        out.append('"').append(name).append("\":");
    }

    private void write(List<Integer> counts) {
        char before = '[';
        for (int count : counts) {
            out.append(before).append(count);
            before = ',';
        }
        out.append(']');
    }
}
