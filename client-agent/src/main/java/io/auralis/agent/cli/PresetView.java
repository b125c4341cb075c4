package io.auralis.agent.cli;

import io.auralis.engine.plan.Preset;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A preset as {@code master --preset list --json} prints it. */
record PresetView(
        String name,
        String description,
        @Nullable Double loudnessLufs,
        @Nullable Double ceilingDbtp,
        @Nullable Double amount) {
    static List<PresetView> all() {
        return Preset.ALL.stream()
                .map(preset -> new PresetView(
                        preset.name(),
                        preset.words(),
                        boxed(preset.loudnessLufs()),
                        boxed(preset.ceilingDbtp()),
                        boxed(preset.amount())))
                .toList();
    }

    static List<String> lines() {
        Table table = new Table().row("Preset", "LUFS", "dBTP", "amount", "for");
        for (Preset preset : Preset.ALL) {
            table.row(
                    preset.name(),
                    number("%.0f", preset.loudnessLufs()),
                    number("%.1f", preset.ceilingDbtp()),
                    number("%.1f", preset.amount()),
                    preset.words());
        }
        return table.lines();
    }

    private static @Nullable Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static String number(String form, OptionalDouble value) {
        return value.isPresent() ? String.format(Locale.ROOT, form, value.getAsDouble()) : "";
    }
}
