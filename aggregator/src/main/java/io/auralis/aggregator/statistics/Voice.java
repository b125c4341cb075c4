package io.auralis.aggregator.statistics;

import io.auralis.contracts.taste.DimensionTally;
import io.auralis.contracts.taste.FeatureBins;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.TasteReport;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One record of the topic as it counts. Once withdrawn, nothing is left of a report but its number.
 *
 * @param number the record's number; the highest of a report id wins, see {@link #winner}
 * @param cohortKey where it counts; empty when withdrawn
 * @param fold which fold it counts in
 * @param counts what it adds; none when withdrawn
 */
public record Voice(long number, String cohortKey, Fold fold, Counts counts) {

    public static Voice of(ReportRecord record) {
        Fold fold = Fold.of(record.id());
        TasteReport report = record.report();
        return report == null
                ? new Voice(record.number(), "", fold, Counts.NONE)
                : new Voice(record.number(), Cohort.of(report).key(), fold, counts(report));
    }

    public boolean isWithdrawn() {
        return cohortKey.isEmpty();
    }

    /**
     * The one of two records of a report id that counts. The order of arrival plays no part: the higher number wins; on
     * equal numbers a withdrawal does, then the greater bytes.
     */
    public static Voice winner(Voice one, Voice other) {
        if (one.number != other.number) {
            return one.number > other.number ? one : other;
        }
        if (one.isWithdrawn() || other.isWithdrawn()) {
            return one.isWithdrawn() ? one : other;
        }
        return Arrays.compareUnsigned(one.bytes(), other.bytes()) >= 0 ? one : other;
    }

    private static Counts counts(TasteReport report) {
        long[] dense = new long[CountSlots.COUNT];
        dense[CountSlots.CONTRIBUTORS] = 1;
        for (int rating = 1; rating <= 5; rating++) {
            dense[CountSlots.rating(rating)] = report.ratings().get(rating - 1);
        }
        dense[CountSlots.tracks(report.tracks())] = 1;
        for (FeatureBins feature : FeatureBins.values()) {
            List<Integer> bins = report.features().getOrDefault(feature.feature(), List.of());
            for (int bin = 0; bin < bins.size(); bin++) {
                dense[CountSlots.feature(feature, bin)] = bins.get(bin);
            }
        }
        for (Map.Entry<TasteDimension, DimensionTally> entry :
                report.dimensions().entrySet()) {
            count(dense, entry.getKey(), entry.getValue());
        }
        return Counts.of(dense);
    }

    private static void count(long[] dense, TasteDimension dimension, DimensionTally tally) {
        dense[CountSlots.asks(dimension, Direction.MORE)] = tally.more();
        dense[CountSlots.asks(dimension, Direction.FINE)] = tally.fine();
        dense[CountSlots.asks(dimension, Direction.LESS)] = tally.less();
        if (tally.more() + tally.fine() + tally.less() > 0) {
            dense[CountSlots.voices(dimension, loudest(tally))] = 1;
        }
        dense[CountSlots.delta(dimension, tally.deltaSteps())] = 1;
    }

    /** What was asked for most often; a tie between more and less counts as fine: such a listener asks for no move. */
    private static Direction loudest(DimensionTally tally) {
        if (tally.more() > tally.less() && tally.more() > tally.fine()) {
            return Direction.MORE;
        }
        return tally.less() > tally.more() && tally.less() > tally.fine() ? Direction.LESS : Direction.FINE;
    }

    public byte[] bytes() {
        byte[] cohort = cohortKey.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(22 + cohort.length + counts.mostBytes());
        out.put(CountSlots.LAYOUT);
        VariableLength.write(out, number);
        VariableLength.write(out, fold.ordinal());
        VariableLength.write(out, cohort.length);
        out.put(cohort);
        counts.write(out);
        return Arrays.copyOf(out.array(), out.position());
    }

    /** @throws IllegalArgumentException if the bytes are not what {@link #bytes} gave, or of another layout */
    public static Voice parse(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CohortState.requireLayout(in);
        long number = VariableLength.read(in);
        Fold fold = Fold.values()[Math.toIntExact(VariableLength.read(in))];
        byte[] cohort = new byte[Math.toIntExact(VariableLength.read(in))];
        in.get(cohort);
        return new Voice(number, new String(cohort, StandardCharsets.UTF_8), fold, Counts.read(in));
    }
}
