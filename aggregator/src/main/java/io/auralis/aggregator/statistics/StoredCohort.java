package io.auralis.aggregator.statistics;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A cohort in about nine bytes instead of the forty of its key: each live report holds one. The enums are held by their
 * order, as {@link CountSlots#LAYOUT} says.
 */
final class StoredCohort {
    static final int MOST_BYTES = 32;

    /** Many more than the cohorts of a few months; beyond it a cohort is read each time. */
    private static final int MOST_KNOWN = 20_000;

    /** Millions of reports share a few hundred cohorts; making each anew would cost more than all its counts. */
    private static final Map<ByteBuffer, Cohort> KNOWN = new ConcurrentHashMap<>();

    private StoredCohort() {}

    static void write(ByteBuffer out, Cohort cohort) {
        int lengthAt = out.position();
        out.put((byte) 0);
        VariableLength.write(out, cohort.baseModel().major());
        VariableLength.write(out, cohort.baseModel().minor());
        VariableLength.write(out, cohort.baseModel().patch());
        VariableLength.write(out, cohort.recordingType().ordinal());
        VariableLength.write(out, cohort.gearClass().ordinal());
        VariableLength.write(out, cohort.hearingClass().ordinal());
        VariableLength.write(out, MonthNumber.of(cohort.month()));
        out.put(lengthAt, (byte) (out.position() - lengthAt - 1));
    }

    static Cohort read(ByteBuffer in) {
        int length = in.get();
        ByteBuffer bytes = in.slice(in.position(), length);
        in.position(in.position() + length);
        Cohort known = KNOWN.get(bytes);
        if (known != null) {
            return known;
        }
        byte[] copy = new byte[length];
        bytes.duplicate().get(copy);
        Cohort cohort = parse(ByteBuffer.wrap(copy));
        if (KNOWN.size() < MOST_KNOWN) {
            KNOWN.put(ByteBuffer.wrap(copy), cohort);
        }
        return cohort;
    }

    private static Cohort parse(ByteBuffer in) {
        return new Cohort(
                new SemanticVersion(number(in), number(in), number(in)),
                RecordingType.values()[number(in)],
                GearClass.values()[number(in)],
                HearingClass.values()[number(in)],
                MonthNumber.text(number(in)));
    }

    private static int number(ByteBuffer in) {
        return Math.toIntExact(VariableLength.read(in));
    }
}
