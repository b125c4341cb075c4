package io.auralis.agent.equalizer;

import io.auralis.engine.mastering.ToneFilters;
import java.util.List;
import java.util.Locale;

/**
 * A whole configuration of CamillaDSP 2 and 3 (its README, "Configuration"): it reads raw samples from standard input and
 * writes them to standard output until somebody puts his devices in.
 */
final class CamillaDspConfig {
    private CamillaDspConfig() {}

    static String of(EqualizerPreset preset) {
        StringBuilder text = new StringBuilder();
        line(text, "# %s", preset.title());
        line(text, "# Your own devices go in place of Stdin and Stdout, with their sample rate and format.");
        line(text, "devices:");
        line(text, "  samplerate: %d", EqualizerPreset.SAMPLE_RATE_HZ);
        line(text, "  chunksize: 1024");
        line(text, "  capture:");
        line(text, "    type: Stdin");
        line(text, "    channels: 2");
        line(text, "    format: FLOAT32LE");
        line(text, "  playback:");
        line(text, "    type: Stdout");
        line(text, "    channels: 2");
        line(text, "    format: FLOAT32LE");
        filters(text, preset);
        if (preset.changesWidth()) {
            mixer(text, preset);
        }
        pipeline(text, preset);
        return text.toString();
    }

    private static void filters(StringBuilder text, EqualizerPreset preset) {
        line(text, "filters:");
        line(text, "  auralis_preamp:");
        line(text, "    type: Gain");
        line(text, "    parameters:");
        line(text, "      gain: %.4f", preset.preampDb() + preset.tone().gainDb());
        List<ToneFilters.Shelf> shelves = preset.tone().shelves();
        for (int i = 0; i < shelves.size(); i++) {
            line(text, "  auralis_shelf_%d:", i + 1);
            line(text, "    type: Biquad");
            line(text, "    parameters:");
            line(text, "      type: Highshelf");
            line(text, "      freq: %.1f", shelves.get(i).frequencyHz());
            line(text, "      gain: %.4f", shelves.get(i).gainDb());
            line(text, "      q: %.4f", shelves.get(i).q());
        }
    }

    private static void mixer(StringBuilder text, EqualizerPreset preset) {
        line(text, "mixers:");
        line(text, "  auralis_width:");
        line(text, "    channels:");
        line(text, "      in: 2");
        line(text, "      out: 2");
        line(text, "    mapping:");
        for (int channel = 0; channel < 2; channel++) {
            line(text, "      - dest: %d", channel);
            line(text, "        sources:");
            source(text, channel, preset.ownShare());
            source(text, 1 - channel, preset.otherShare());
        }
    }

    private static void source(StringBuilder text, int channel, double share) {
        line(text, "          - channel: %d", channel);
        line(text, "            gain: %.4f", 20 * Math.log10(Math.abs(share)));
        line(text, "            inverted: %b", share < 0);
    }

    private static void pipeline(StringBuilder text, EqualizerPreset preset) {
        line(text, "pipeline:");
        for (int channel = 0; channel < 2; channel++) {
            line(text, "  - type: Filter");
            line(text, "    channel: %d", channel);
            line(text, "    names:");
            line(text, "      - auralis_preamp");
            for (int i = 1; i <= preset.tone().shelves().size(); i++) {
                line(text, "      - auralis_shelf_%d", i);
            }
        }
        if (preset.changesWidth()) {
            line(text, "  - type: Mixer");
            line(text, "    name: auralis_width");
        }
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
