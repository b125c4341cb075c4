package io.auralis.agent.equalizer;

import io.auralis.contracts.json.Json;
import io.auralis.engine.mastering.ToneFilters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An output preset of EasyEffects 7 and later. Its equaliser runs our shelves in the mode that has Equalizer APO's
 * formulae, {@value #MODE}; its stereo tools set the side's level.
 */
final class EasyEffectsPreset {
    private static final String MODE = "APO (DR)";

    /** Of the stereo tools: as good as mono. */
    private static final double LEAST_SIDE_DB = -36;

    private EasyEffectsPreset() {}

    static String of(EqualizerPreset preset) {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("blocklist", List.of());
        output.put(
                "plugins_order",
                preset.changesWidth() ? List.of("equalizer#0", "stereo_tools#0") : List.of("equalizer#0"));
        output.put("equalizer#0", equalizer(preset));
        if (preset.changesWidth()) {
            output.put("stereo_tools#0", stereoTools(preset.sideGain()));
        }
        return Json.pretty(Map.of("output", output)) + "\n";
    }

    private static Map<String, Object> equalizer(EqualizerPreset preset) {
        Map<String, Object> bands = new LinkedHashMap<>();
        List<ToneFilters.Shelf> shelves = preset.tone().shelves();
        for (int i = 0; i < shelves.size(); i++) {
            bands.put("band" + i, band(shelves.get(i)));
        }
        Map<String, Object> equalizer = new LinkedHashMap<>();
        equalizer.put("balance", 0.0);
        equalizer.put("bypass", false);
        equalizer.put("input-gain", rounded(preset.preampDb() + preset.tone().gainDb()));
        equalizer.put("output-gain", 0.0);
        equalizer.put("mode", "IIR");
        equalizer.put("num-bands", shelves.size());
        equalizer.put("pitch-left", 0.0);
        equalizer.put("pitch-right", 0.0);
        equalizer.put("split-channels", false);
        equalizer.put("left", bands);
        equalizer.put("right", bands);
        return equalizer;
    }

    private static Map<String, Object> band(ToneFilters.Shelf shelf) {
        Map<String, Object> band = new LinkedHashMap<>();
        band.put("type", "Hi-shelf");
        band.put("mode", MODE);
        band.put("slope", "x1");
        band.put("frequency", rounded(shelf.frequencyHz()));
        band.put("gain", rounded(shelf.gainDb()));
        band.put("q", rounded(shelf.q()));
        band.put("width", 4.0);
        band.put("solo", false);
        band.put("mute", false);
        return band;
    }

    private static Map<String, Object> stereoTools(double sideGain) {
        Map<String, Object> tools = new LinkedHashMap<>();
        tools.put("bypass", false);
        tools.put("mode", "LR > LR (Stereo Default)");
        tools.put("side-level", rounded(Math.max(LEAST_SIDE_DB, 20 * Math.log10(sideGain))));
        for (String neutral : List.of(
                "input-gain",
                "output-gain",
                "balance-in",
                "balance-out",
                "side-balance",
                "middle-level",
                "middle-panorama",
                "stereo-base",
                "delay",
                "stereo-phase")) {
            tools.put(neutral, 0.0);
        }
        tools.put("sc-level", 1.0);
        for (String off : List.of("softclip", "mutel", "muter", "phasel", "phaser")) {
            tools.put(off, false);
        }
        return tools;
    }

    private static double rounded(double value) {
        return Math.rint(value * 1e4) / 1e4;
    }
}
