package io.auralis.aggregator.statistics;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.HearingClass;
import io.auralis.contracts.taste.TasteReport;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The contributors who are counted together (design section 8).
 *
 * @param baseModel the model their deltas are relative to
 * @param recordingType the type of the tracks they rated
 * @param gearClass coarse gear
 * @param hearingClass coarse hearing
 * @param month {@code YYYY-MM}
 */
public record Cohort(
        SemanticVersion baseModel,
        RecordingType recordingType,
        GearClass gearClass,
        HearingClass hearingClass,
        String month) {
    private static final Pattern SEPARATOR = Pattern.compile("/");

    public static Cohort of(TasteReport report) {
        return new Cohort(
                report.baseModel(), report.recordingType(), report.gearClass(), report.hearingClass(), report.month());
    }

    /** The key on topics and in tables: {@code 1.0.0/studio/neutral-headphones/normal/2026-11}. */
    public String key() {
        return baseModel + "/" + recordingType.name().toLowerCase(Locale.ROOT) + "/" + gearClass.key() + "/"
                + hearingClass.key() + "/" + month;
    }

    /** @throws IllegalArgumentException if it is not a {@link #key()} */
    public static Cohort parse(String key) {
        String[] parts = SEPARATOR.split(key, -1);
        if (parts.length != 5) {
            throw new IllegalArgumentException("a cohort key has five parts");
        }
        return new Cohort(
                SemanticVersion.parse(parts[0]),
                RecordingType.valueOf(parts[1].toUpperCase(Locale.ROOT)),
                GearClass.parse(parts[2]),
                HearingClass.parse(parts[3]),
                parts[4]);
    }
}
