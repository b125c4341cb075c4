package io.auralis.agent.equalizer;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The programs that presets are written for. */
public enum EqualizerFormat {
    EASYEFFECTS(
            "easyeffects",
            "json",
            true,
            "put it into ~/.config/easyeffects/output and choose it as the output preset",
            EasyEffectsPreset::of),
    CAMILLADSP("camilladsp", "yml", true, "put your own devices into it, then: camilladsp FILE", CamillaDspConfig::of),
    EQUALIZER_APO(
            "equalizer-apo",
            "txt",
            true,
            "put it into Equalizer APO's config folder, and into config.txt the line: Include: FILE",
            ParametricText::forEqualizerApo),
    AUTOEQ("autoeq", "txt", false, "import it wherever AutoEq's ParametricEQ.txt is taken", ParametricText::forAutoEq);

    private final String key;
    private final String extension;
    private final boolean holdsWidth;
    private final String use;
    private final Function<EqualizerPreset, String> text;

    EqualizerFormat(
            String key, String extension, boolean holdsWidth, String use, Function<EqualizerPreset, String> text) {
        this.key = key;
        this.extension = extension;
        this.holdsWidth = holdsWidth;
        this.use = use;
        this.text = text;
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public static EqualizerFormat parse(String name) {
        return Arrays.stream(values())
                .filter(format -> format.key.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No preset is written for \"" + name + "\"; there are "
                        + Arrays.stream(values()).map(EqualizerFormat::key).collect(Collectors.joining(", "))
                        + "."));
    }

    public String key() {
        return key;
    }

    /** Of the file's name, without its dot. */
    public String extension() {
        return extension;
    }

    /** Whether a preset can change the stereo width. */
    public boolean holdsWidth() {
        return holdsWidth;
    }

    /** What to do with the file, in words. */
    public String use() {
        return use;
    }

    /** The file's content. */
    public String write(EqualizerPreset preset) {
        return text.apply(preset);
    }
}
