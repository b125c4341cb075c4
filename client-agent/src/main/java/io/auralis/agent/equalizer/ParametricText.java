package io.auralis.agent.equalizer;

import io.auralis.engine.mastering.ToneFilters;
import java.util.Locale;

/**
 * The lines of Equalizer APO's configuration files (its "Configuration file format"), which AutoEq's ParametricEQ.txt
 * shares: a preamp, and filters in a row. A width needs a line that AutoEq's readers do not have.
 */
final class ParametricText {
    private ParametricText() {}

    static String forEqualizerApo(EqualizerPreset preset) {
        StringBuilder text = new StringBuilder("# " + preset.title() + "\n" + filters(preset));
        if (preset.changesWidth()) {
            // Each assignment reads the channels as they were before the line; a negative factor needs its plus.
            text.append(String.format(
                    Locale.ROOT,
                    "Copy: L=%1$.6f*L+%2$.6f*R R=%2$.6f*L+%1$.6f*R\n",
                    preset.ownShare(),
                    preset.otherShare()));
        }
        return text.toString();
    }

    static String forAutoEq(EqualizerPreset preset) {
        return filters(new EqualizerPreset(preset.title(), preset.tone(), 1));
    }

    private static String filters(EqualizerPreset preset) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Preamp: %.2f dB\n",
                preset.preampDb() + preset.tone().gainDb()));
        int number = 1;
        for (ToneFilters.Shelf shelf : preset.tone().shelves()) {
            text.append(String.format(
                    Locale.ROOT,
                    "Filter %d: ON HSC Fc %.1f Hz Gain %.3f dB Q %.4f\n",
                    number++,
                    shelf.frequencyHz(),
                    shelf.gainDb(),
                    shelf.q()));
        }
        return text.toString();
    }
}
