package io.auralis.agent.cli;

import io.auralis.contracts.basemodel.RecordingType;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Kinds of recording as they are typed. */
final class RecordingTypes {
    private RecordingTypes() {}

    /** @throws IllegalArgumentException if there is none of that name */
    static RecordingType parse(String name) {
        return Arrays.stream(RecordingType.values())
                .filter(type -> type.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no kind of recording \"" + name
                        + "\"; there are "
                        + Arrays.stream(RecordingType.values())
                                .map(type -> type.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
