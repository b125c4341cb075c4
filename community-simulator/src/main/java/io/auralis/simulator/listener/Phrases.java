package io.auralis.simulator.listener;

import io.auralis.contracts.taste.TasteDimension;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** How listeners put their wishes into English; the program has to understand it by itself. */
final class Phrases {
    private static final Map<TasteDimension, List<String>> NOUNS = Map.of(
            TasteDimension.BASS, List.of("bass", "low end"),
            TasteDimension.LOW_MID, List.of("low mids", "warmth"),
            TasteDimension.MID, List.of("mids", "midrange"),
            TasteDimension.TREBLE, List.of("treble", "highs"),
            TasteDimension.AIR, List.of("air"),
            TasteDimension.WIDTH, List.of("stereo width", "width"),
            TasteDimension.LOUDNESS, List.of("volume", "loudness"),
            TasteDimension.PUNCH, List.of("punch"));

    /** Said of a difference nearest to a quarter, a half or a whole decibel. */
    private static final List<String> A_BIT = List.of("a bit %s %s", "slightly %s %s", "a little %s %s");

    private static final List<String> PLAIN = List.of("%s %s", "I would like %s %s", "%s %s please");
    private static final List<String> MUCH = List.of("much %s %s", "a lot %s %s", "way %s %s");
    private static final List<String> CONTENT = List.of("sounds great", "love it", "perfect", "nice");

    private final RandomGenerator random;

    Phrases(RandomGenerator random) {
        this.random = random;
    }

    String say(List<Ear.Noticed> noticed) {
        return noticed.isEmpty()
                ? pick(CONTENT)
                : noticed.stream().map(this::wish).collect(Collectors.joining(", "));
    }

    String wish(Ear.Noticed noticed) {
        double missing = Math.abs(noticed.missingDb());
        List<String> ways = missing < 0.375 ? A_BIT : missing < 0.75 ? PLAIN : MUCH;
        return String.format(pick(ways), noticed.missingDb() > 0 ? "more" : "less", pick(nouns(noticed.dimension())));
    }

    private static List<String> nouns(TasteDimension dimension) {
        List<String> nouns = NOUNS.get(dimension);
        if (nouns == null) throw new IllegalStateException("no word for " + dimension);
        return nouns;
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
