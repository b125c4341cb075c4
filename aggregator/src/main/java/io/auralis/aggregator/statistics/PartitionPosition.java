package io.auralis.aggregator.statistics;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * How far a partition of the topic of reports is counted, and what was met on the way. It is stored beside the
 * partition's cohort states and after them, so that whoever reads the states up to it has exactly those of the reports
 * before {@code next}.
 *
 * @param from offset of the first record that was read
 * @param next offset after the last one
 * @param records records read in between; fewer than offsets, since compaction leaves gaps
 * @param reports live reports counted now
 * @param withdrawn withdrawals known now
 * @param expired reports and withdrawals forgotten since they are too old
 * @param deadLetters records that could not be counted
 * @param earliestMonth {@code YYYY-MM}: reports of earlier months do not count
 */
public record PartitionPosition(
        long from,
        long next,
        long records,
        long reports,
        long withdrawn,
        long expired,
        long deadLetters,
        String earliestMonth) {

    /** Key beside those of cohorts, which it never is: it has no slash. */
    public static final String KEY = "position";

    /** Before the first record. */
    public static final String ANY_MONTH = "0000-01";

    /** At a partition's first record. */
    public static PartitionPosition startingAt(long offset) {
        return new PartitionPosition(offset, offset, 0, 0, 0, 0, 0, ANY_MONTH);
    }

    /** After one more record. */
    public PartitionPosition after(long offset, boolean dead) {
        return new PartitionPosition(
                from,
                offset + 1,
                records + 1,
                reports,
                withdrawn,
                expired,
                dead ? deadLetters + 1 : deadLetters,
                earliestMonth);
    }

    /** With some more, or fewer, of what is known. */
    public PartitionPosition plus(long reports, long withdrawn, long expired) {
        return new PartitionPosition(
                from,
                next,
                records,
                this.reports + reports,
                this.withdrawn + withdrawn,
                this.expired + expired,
                deadLetters,
                earliestMonth);
    }

    public PartitionPosition countingFrom(String month) {
        return new PartitionPosition(from, next, records, reports, withdrawn, expired, deadLetters, month);
    }

    public byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(96);
        out.put(CountSlots.LAYOUT);
        VariableLength.write(out, from);
        VariableLength.write(out, next);
        VariableLength.write(out, records);
        VariableLength.write(out, reports);
        VariableLength.write(out, withdrawn);
        VariableLength.write(out, expired);
        VariableLength.write(out, deadLetters);
        VariableLength.write(out, MonthNumber.of(earliestMonth));
        return Arrays.copyOf(out.array(), out.position());
    }

    /** @throws IllegalArgumentException if the bytes are not what {@link #bytes} gave, or of another layout */
    public static PartitionPosition parse(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CohortState.requireLayout(in);
        return new PartitionPosition(
                VariableLength.read(in),
                VariableLength.read(in),
                VariableLength.read(in),
                VariableLength.read(in),
                VariableLength.read(in),
                VariableLength.read(in),
                VariableLength.read(in),
                MonthNumber.text(Math.toIntExact(VariableLength.read(in))));
    }
}
