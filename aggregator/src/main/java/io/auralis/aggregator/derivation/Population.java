package io.auralis.aggregator.derivation;

import io.auralis.aggregator.statistics.Cohort;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.taste.GearClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Contributors who are pooled over hearing classes. Every report is in exactly one population, so that what is
 * spent of one population's privacy costs no other's.
 *
 * @param baseModel the model their deltas are relative to
 * @param recordingType never UNKNOWN
 * @param gearClass their colouring gear, or none for all neutral gear together
 */
public record Population(
        SemanticVersion baseModel,
        RecordingType recordingType,
        @Nullable GearClass gearClass) {

    /** The population that a cohort belongs to; none for tracks of unknown type, which no profile is for. */
    public static Optional<Population> of(Cohort cohort) {
        return cohort.recordingType() == RecordingType.UNKNOWN
                ? Optional.empty()
                : Optional.of(new Population(
                        cohort.baseModel(),
                        cohort.recordingType(),
                        cohort.gearClass().isNeutral() ? null : cohort.gearClass()));
    }

    /** All populations of a model, the neutral one of each recording type before the others that are compared with it. */
    public static List<Population> all(SemanticVersion baseModel) {
        List<@Nullable GearClass> pools = new ArrayList<>();
        pools.add(null);
        Arrays.stream(GearClass.values()).filter(gear -> !gear.isNeutral()).forEach(pools::add);
        return Arrays.stream(RecordingType.values())
                .filter(type -> type != RecordingType.UNKNOWN)
                .flatMap(type -> pools.stream().map(gear -> new Population(baseModel, type, gear)))
                .toList();
    }

    boolean isNeutral() {
        return gearClass == null;
    }

    Population neutral() {
        return new Population(baseModel, recordingType, null);
    }

    /** Key in the tables: {@code 1.0.0/studio/neutral}. */
    public String key() {
        return baseModel + "/" + recordingType.name().toLowerCase(Locale.ROOT) + "/" + pool();
    }

    /** @throws IllegalArgumentException if it is not a {@link #key} */
    public static Population parse(String key) {
        List<String> parts = List.of(key.split("/", -1));
        if (parts.size() != 3) {
            throw new IllegalArgumentException("a population's key has three parts");
        }
        return new Population(
                SemanticVersion.parse(parts.get(0)),
                RecordingType.valueOf(parts.get(1).toUpperCase(Locale.ROOT)),
                parts.get(2).equals("neutral") ? null : GearClass.parse(parts.get(2)));
    }

    private String pool() {
        return gearClass == null ? "neutral" : gearClass.key();
    }
}
