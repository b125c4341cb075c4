package io.auralis.agent.sharing;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.taste.GearClass;
import io.auralis.contracts.taste.TasteReport;
import java.util.Locale;

/**
 * What at most one live report exists for.
 *
 * @param month {@code YYYY-MM}, UTC
 */
public record Slot(String month, RecordingType type, GearClass gear, SemanticVersion baseModel)
        implements Comparable<Slot> {
    static Slot of(TasteReport report) {
        return new Slot(report.month(), report.recordingType(), report.gearClass(), report.baseModel());
    }

    /** For example {@code 2026-11_studio_neutral-headphones_1.0.0}; also the name of its file. */
    public String name() {
        return month + "_" + type.name().toLowerCase(Locale.ROOT) + "_" + gear.key() + "_" + baseModel;
    }

    @Override
    public int compareTo(Slot other) {
        return name().compareTo(other.name());
    }
}
