package io.auralis.agent.cli;

import io.auralis.engine.plan.Aspect;
import io.auralis.engine.plan.Preset;
import io.auralis.engine.plan.Wish;
import io.auralis.engine.plan.Wishes;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a listener asks of the plan. An option goes over a preset, a preset over the base model and the personal layer. */
final class WishOptions {
    @Option(
            names = "--amount",
            paramLabel = "AMOUNT",
            converter = AmountConverter.class,
            description = "How much of all that would be done, 50%% or 0.5; 0 leaves the track as it is.")
    private @Nullable Double amount;

    @Option(
            names = "--eq",
            paramLabel = "AMOUNT",
            converter = AmountConverter.class,
            description = "How much of the tone; 0 also leaves the rumble.")
    private @Nullable Double eq;

    @Option(
            names = "--width",
            paramLabel = "AMOUNT",
            converter = AmountConverter.class,
            description = "How much of the stereo width.")
    private @Nullable Double width;

    @Option(
            names = "--dynamics",
            paramLabel = "AMOUNT",
            converter = AmountConverter.class,
            description = "How much of the dynamics.")
    private @Nullable Double dynamics;

    @Option(names = "--loudness", paramLabel = "LUFS", description = "Integrated loudness to reach, -40 to -5.")
    private @Nullable Double loudnessLufs;

    @Option(names = "--loudness-only", description = "Only loudness and peaks: tone, width and dynamics stay.")
    private boolean loudnessOnly;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "streaming, apple, broadcast, cd or gentle; \"list\" says what each is.")
    private @Nullable String preset;

    boolean listsPresets() {
        return "list".equals(preset);
    }

    /** @throws IllegalArgumentException if the options contradict each other or ask for what is not legal */
    Wishes wishes() {
        Wishes wishes = preset == null ? Wishes.NONE : Preset.of(preset).wishes();
        if (amount != null) {
            for (Aspect aspect : Aspect.values()) {
                wishes = wishes.withAmount(aspect, Wish.asked(amount));
            }
        }
        Map<Aspect, Double> own = ofOneAspect();
        if (loudnessOnly && !own.isEmpty()) {
            throw new IllegalArgumentException(
                    "--loudness-only leaves tone, width and dynamics alone: leave out --eq, --width and --dynamics.");
        }
        for (Map.Entry<Aspect, Double> one : own.entrySet()) {
            wishes = wishes.withAmount(one.getKey(), Wish.asked(one.getValue()));
        }
        if (loudnessOnly) {
            Wish none = new Wish(0, "as only the loudness is asked for");
            wishes = wishes.withAmount(Aspect.TONE, none)
                    .withAmount(Aspect.DYNAMICS, none)
                    .withAmount(Aspect.WIDTH, none);
        }
        return loudnessLufs == null ? wishes : wishes.withLoudness(Wish.asked(loudnessLufs));
    }

    private Map<Aspect, Double> ofOneAspect() {
        Map<Aspect, Double> own = new EnumMap<>(Aspect.class);
        if (eq != null) {
            own.put(Aspect.TONE, eq);
        }
        if (width != null) {
            own.put(Aspect.WIDTH, width);
        }
        if (dynamics != null) {
            own.put(Aspect.DYNAMICS, dynamics);
        }
        return own;
    }
}
