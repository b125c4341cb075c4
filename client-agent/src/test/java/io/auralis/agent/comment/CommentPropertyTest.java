package io.auralis.agent.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a comment holds, reading it ends soon, always in the same way, and never with what a terminal would obey. */
class CommentPropertyTest {
    private static final long SEED = 20261127;
    private static final int LONGEST = 2000;

    private final Languages languages = new Languages();
    private final CommentParser parser = new CommentParser(languages);

    @Test
    void any_bytes_are_read_without_a_crash_and_twice_alike() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = new byte[random.nextInt(LONGEST)];
            random.nextBytes(bytes);
            String comment = new String(bytes, StandardCharsets.UTF_8);
            assertSound(comment, round);
        }
    }

    @Test
    void any_words_of_all_languages_in_any_order_are_read_without_a_crash_and_twice_alike() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<String> words =
                new ArrayList<>(List.of(",", ".", "&", "+3 dB", "10/10", "\u001b[31m", "<b>", "\n", "'", "-"));
        languages
                .all()
                .forEach(lexicon ->
                        words.addAll(lexicon.meant().stream().sorted().toList()));
        for (int round = 0; round < 1000; round++) {
            String comment = IntStream.range(0, random.nextInt(20))
                    .mapToObj(i -> words.get(random.nextInt(words.size())))
                    .collect(Collectors.joining(" "));
            assertSound(comment, round);
        }
    }

    private void assertSound(String comment, int round) {
        Understanding understanding = parser.understand(comment);
        assertThat(parser.understand(comment))
                .as("seed %d, round %d", SEED, round)
                .isEqualTo(understanding);
        assertThat(understanding.asks()).extracting(Ask::aspect).doesNotHaveDuplicates();
        assertThat(understanding.ignored())
                .allSatisfy(ignored -> assertThat(ignored.chars()).noneMatch(Character::isISOControl));
    }

    static Stream<String> repeated() {
        return Stream.of(
                "x ",
                "bass ",
                "more ",
                "and ",
                "up the ",
                "more bass and ",
                "not ",
                "zzzz ",
                "qwbass ",
                "harsq ",
                "pressencf ",
                "abcdefghijklmnopqrstuvwxy ",
                "<",
                "[asks:",
                "'d ",
                "a'",
                "+1 db ",
                "9/9 ",
                "basslastig ",
                "soooo ",
                "enough ",
                "boom in the ",
                "\u001b[",
                "&am",
                "🔥",
                "zu stark ",
                "más ");
    }

    /** Counted, not timed: twice the comment takes at most a little more than twice the steps, and no comment takes many. */
    @ParameterizedTest
    @MethodSource("repeated")
    void the_work_grows_with_the_length_only(String piece) {
        parser.understand(piece); // The first reading loads what all others use.
        long ofHalf = work(piece, LONGEST / 2);
        long ofWhole = work(piece, LONGEST);
        assertThat(ofWhole).isLessThanOrEqualTo(ofHalf * 2 + ofHalf / 10 + 1000).isLessThan(MOST_STEPS);
    }

    /** Five languages, each with about a thousand words to compare a misspelt one with, and 400 words in the longest comment. */
    private static final long MOST_STEPS = 5 * 1000 * 400;

    private long work(String piece, int length) {
        long before = languages.work();
        parser.understand(piece.repeat(length / piece.length()));
        return languages.work() - before;
    }
}
