package io.auralis.contracts.taste;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** What a listener hears with, as coarsely as it may be told: a character and headphones or speakers, never a model. */
public enum GearClass {
    NEUTRAL_HEADPHONES,
    BRIGHT_HEADPHONES,
    DARK_HEADPHONES,
    BASSY_HEADPHONES,
    THIN_HEADPHONES,
    NEUTRAL_SPEAKERS,
    BRIGHT_SPEAKERS,
    DARK_SPEAKERS,
    BASSY_SPEAKERS,
    THIN_SPEAKERS;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    @JsonValue
    public String key() {
        return key;
    }

    /** Gear that colours nothing: what its listeners ask for is asked of the model itself. */
    public boolean isNeutral() {
        return this == NEUTRAL_HEADPHONES || this == NEUTRAL_SPEAKERS;
    }

    /** @throws IllegalArgumentException if there is none of that name */
    @JsonCreator
    public static GearClass parse(String key) {
        return Arrays.stream(values())
                .filter(gear -> gear.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown gear class \"" + key + "\"; known are "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(GearClass::key).toList())));
    }
}
