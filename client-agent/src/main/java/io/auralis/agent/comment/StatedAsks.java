package io.auralis.agent.comment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Asks that a listener states by hand: "bass more a_bit, width fine".
 *
 * <p>They are kept at the end of the comment, in brackets, so that a correction is read the same by every version of the
 * parser, and that the listener's own words stay beside it.
 */
public final class StatedAsks {
    private static final Pattern KEPT = Pattern.compile("(?s)(.*)\\[asks:([^\\[\\]]*)\\]\\s*");
    private static final String NONE = "none";

    private StatedAsks() {}

    /**
     * @param text {@code aspect more|less [a_bit|plain|much]} or {@code aspect fine}, joined by commas; or {@code none}
     * @throws IllegalArgumentException naming what is wrong and what is allowed
     */
    public static List<Ask> parse(String text) {
        if (text.strip().equalsIgnoreCase(NONE)) {
            return List.of();
        }
        List<Ask> asks = new ArrayList<>();
        Set<Aspect> seen = new HashSet<>();
        for (String one : text.split(",", -1)) {
            Ask ask = ask(one.strip().toLowerCase(Locale.ROOT));
            if (!seen.add(ask.aspect())) {
                throw new IllegalArgumentException("The asks speak of "
                        + ask.aspect().key().replace('_', '-') + " twice; an aspect is more, less or fine once.");
            }
            asks.add(ask);
        }
        return asks;
    }

    /**
     * The comment with the asks that it is to be understood as, in place of any stated before.
     *
     * @throws IllegalArgumentException as {@link #parse}
     */
    public static String join(String comment, String asks) {
        return (words(comment) + " [asks: " + text(parse(asks)) + "]").strip();
    }

    /** Asks as a listener may state them. */
    public static String text(List<Ask> asks) {
        return asks.isEmpty() ? NONE : asks.stream().map(StatedAsks::text).collect(Collectors.joining(", "));
    }

    /** The comment's own words, without asks stated by hand. */
    public static String words(String comment) {
        Matcher kept = KEPT.matcher(comment);
        return kept.matches() ? kept.group(1).strip() : comment;
    }

    /** The asks stated at the end of a comment; empty if there are none, or they are none of ours. */
    static Optional<List<Ask>> in(String comment) {
        Matcher kept = KEPT.matcher(comment);
        if (!kept.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(kept.group(2)));
        } catch (IllegalArgumentException e) {
            // Words in brackets that only look like it are words.
            return Optional.empty();
        }
    }

    private static Ask ask(String text) {
        String[] words = text.split("\\s+", -1);
        Optional<Topic> topic = topic(words[0].replace('-', '_'));
        Optional<Direction> direction = words.length < 2 ? Optional.empty() : named(Direction.values(), words[1]);
        Optional<Intensity> intensity =
                words.length < 3 ? Optional.of(Intensity.PLAIN) : named(Intensity.values(), words[2].replace('-', '_'));
        boolean tooMany = words.length > 3 || (words.length == 3 && direction.equals(Optional.of(Direction.FINE)));
        if (topic.isEmpty() || direction.isEmpty() || intensity.isEmpty() || tooMany) {
            throw new IllegalArgumentException("\"" + printable(text)
                    + "\" is no ask; write an aspect and more, less or fine, and after more or less how far, a_bit, plain"
                    + " or much, joined by commas, as in \"bass more a_bit, width fine\", or \"none\". Aspects are "
                    + Arrays.stream(Aspect.values()).map(Aspect::key).collect(Collectors.joining(", ")) + ".");
        }
        return Ask.about(topic.get(), direction.get(), intensity.get());
    }

    /** The aspects' names, and the finer words of which more is more of the aspect. */
    private static Optional<Topic> topic(String word) {
        return Arrays.stream(Aspect.values())
                .filter(aspect -> aspect.key().equals(word))
                .map(Topic::of)
                .findFirst()
                .or(() -> Arrays.stream(Topic.values())
                        .filter(topic -> topic.key().equals(word))
                        .findFirst());
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String word) {
        return Arrays.stream(values)
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static String text(Ask ask) {
        Direction direction = ask.topic().ofAspect(ask.direction());
        String about = ask.topic().key() + " " + direction.name().toLowerCase(Locale.ROOT);
        return direction == Direction.FINE
                ? about
                : about + " " + ask.intensity().name().toLowerCase(Locale.ROOT);
    }

    private static String printable(String text) {
        return text.codePoints()
                .filter(character -> !Character.isISOControl(character))
                .limit(60)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
