package io.auralis.aggregator.statistics;

import io.auralis.contracts.taste.DimensionTally;
import io.auralis.contracts.taste.FeatureBins;
import io.auralis.contracts.taste.ReportRecord;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.contracts.taste.TasteReport;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of the topic as it counts. Once withdrawn, nothing is left of a report but its number and when that was.
 *
 * @param number the record's number; the highest of a report id wins, see {@link #winner}
 * @param cohort where it counts; null when withdrawn
 * @param month the report's; when withdrawn, that in which the withdrawal came: what decides when it is forgotten
 * @param fold which fold it counts in
 * @param counts what it adds; none when withdrawn
 */
public record Voice(long number, @Nullable Cohort cohort, String month, Fold fold, Counts counts) {

    /** Of a withdrawal whose time is not known, which so is forgotten first. */
    private static final String UNKNOWN_MONTH = "0000-01";

    public static Voice of(ReportRecord record) {
        Fold fold = Fold.of(record.id());
        TasteReport report = record.report();
        return report == null
                ? withdrawn(record.number(), fold)
                : live(record.number(), Cohort.of(report), fold, counts(report));
    }

    static Voice live(long number, Cohort cohort, Fold fold, Counts counts) {
        return new Voice(number, cohort, cohort.month(), fold, counts);
    }

    static Voice withdrawn(long number, Fold fold) {
        return new Voice(number, null, UNKNOWN_MONTH, fold, Counts.NONE);
    }

    public boolean isWithdrawn() {
        return cohort == null;
    }

    /** The same, with the month in which it came where the report itself tells none. */
    public Voice receivedIn(String receivedIn) {
        return cohort == null ? new Voice(number, null, receivedIn, fold, counts) : this;
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
        SlotTally tally = new SlotTally();
        tally.set(CountSlots.CONTRIBUTORS, 1);
        for (int rating = 1; rating <= 5; rating++) {
            tally.set(CountSlots.rating(rating), report.ratings().get(rating - 1));
        }
        tally.set(CountSlots.tracks(report.tracks()), 1);
        for (FeatureBins feature : FeatureBins.values()) {
            List<Integer> bins = report.features().getOrDefault(feature.feature(), List.of());
            for (int bin = 0; bin < bins.size(); bin++) {
                tally.set(CountSlots.feature(feature, bin), bins.get(bin));
            }
        }
        for (Map.Entry<TasteDimension, DimensionTally> entry :
                report.dimensions().entrySet()) {
            DimensionTally asked = entry.getValue();
            count(tally, entry.getKey(), asked.more(), asked.fine(), asked.less(), asked.deltaSteps());
        }
        return tally.counts();
    }

    static void count(SlotTally tally, TasteDimension dimension, int more, int fine, int less, int deltaSteps) {
        tally.set(CountSlots.asks(dimension, Direction.MORE), more);
        tally.set(CountSlots.asks(dimension, Direction.FINE), fine);
        tally.set(CountSlots.asks(dimension, Direction.LESS), less);
        if (more + fine + less > 0) {
            tally.set(CountSlots.voices(dimension, loudest(more, fine, less)), 1);
        }
        tally.set(CountSlots.delta(dimension, deltaSteps), 1);
    }

    /** What was asked for most often; a tie between more and less counts as fine: such a listener asks for no move. */
    private static Direction loudest(int more, int fine, int less) {
        if (more > less && more > fine) {
            return Direction.MORE;
        }
        return less > more && less > fine ? Direction.LESS : Direction.FINE;
    }

    public byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(22 + StoredCohort.MOST_BYTES + counts.mostBytes());
        out.put(CountSlots.LAYOUT);
        VariableLength.write(out, number);
        out.put((byte) (fold.ordinal() + (cohort == null ? 2 : 0)));
        if (cohort == null) {
            VariableLength.write(out, MonthNumber.of(month));
        } else {
            StoredCohort.write(out, cohort);
            counts.write(out);
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    /** @throws IllegalArgumentException if the bytes are not what {@link #bytes} gave, or of another layout */
    public static Voice parse(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CohortState.requireLayout(in);
        long number = VariableLength.read(in);
        int kind = in.get();
        Fold fold = Fold.values()[kind & 1];
        return kind < 2
                ? live(number, StoredCohort.read(in), fold, Counts.read(in))
                : new Voice(
                        number, null, MonthNumber.text(Math.toIntExact(VariableLength.read(in))), fold, Counts.NONE);
    }
}
