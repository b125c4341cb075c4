package io.auralis.engine.plan;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Wishes under a name. Those with a loudness are where a kind of delivery is played at, and no goal of a mastering as
 * such; what was not asked for otherwise is as the base model and the personal layer say.
 *
 * @param name what {@code --preset} is given
 * @param words what it is for
 * @param loudnessLufs integrated loudness, LUFS
 * @param ceilingDbtp true peak to stay under, dBTP
 * @param amount of every aspect, 0 to 1
 */
public record Preset(
        String name, String words, OptionalDouble loudnessLufs, OptionalDouble ceilingDbtp, OptionalDouble amount) {

    /** All there are, in the order in which they are listed. */
    public static final List<Preset> ALL = List.of(
            delivery("streaming", "what Spotify, YouTube and Tidal play at", -14, -1),
            delivery("apple", "what Apple Music plays at", -16, -1),
            delivery("broadcast", "radio and television in Europe, EBU R 128", -23, -1),
            delivery("cd", "loud, for a disc or a file of your own", -9, -0.3),
            new Preset(
                    "gentle",
                    "half of what would be done",
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.of(0.5)));

    private static Preset delivery(String name, String words, double lufs, double dbtp) {
        return new Preset(name, words, OptionalDouble.of(lufs), OptionalDouble.of(dbtp), OptionalDouble.empty());
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public static Preset of(String name) {
        return ALL.stream()
                .filter(preset -> preset.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no preset \"" + name + "\", but "
                        + ALL.stream().map(Preset::name).collect(Collectors.joining(", ")) + "."));
    }

    /** What it asks; each reason in the plan names it. */
    public Wishes wishes() {
        Wishes wishes = Wishes.NONE;
        if (amount.isPresent()) {
            for (Aspect aspect : Aspect.values()) {
                wishes = wishes.withAmount(aspect, wish(amount.getAsDouble()));
            }
        }
        if (loudnessLufs.isPresent()) {
            wishes = wishes.withLoudness(wish(loudnessLufs.getAsDouble()));
        }
        if (ceilingDbtp.isPresent()) {
            wishes = wishes.withCeiling(wish(ceilingDbtp.getAsDouble()));
        }
        return wishes;
    }

    private Wish wish(double value) {
        return new Wish(value, "by preset " + name);
    }
}
