package io.auralis.contracts.taste;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** How a listener hears, as coarsely as it may be told; no medical fact. */
public enum HearingClass {
    NORMAL,
    BASS_SENSITIVE,
    TREBLE_SENSITIVE;

    private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

    @JsonValue
    public String key() {
        return key;
    }

    /** @throws IllegalArgumentException if there is none of that name */
    @JsonCreator
    public static HearingClass parse(String key) {
        return Arrays.stream(values())
                .filter(hearing -> hearing.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown hearing class \"" + key + "\"; known are "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(HearingClass::key).toList())));
    }
}
