package io.auralis.agent.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many comments of the labelled corpus are understood exactly; docs/comments.md says how it came about. */
class CommentCorpusTest {
    private static final List<String> SETS =
            List.of("english", "spanish", "german", "french", "portuguese", "adversarial");

    private static final double REQUIRED = 0.95;

    private final CommentParser parser = CommentParser.ofAllLanguages();

    @ParameterizedTest
    @ValueSource(strings = {"english", "spanish", "german", "french", "portuguese", "adversarial"})
    void of_each_language_95_percent_are_understood_exactly(String set) {
        List<LabelledComment> comments = all(set);
        List<String> misses = misses(comments);
        assertThat(rate(comments, misses)).as("%s, missed: %s", set, misses).isGreaterThanOrEqualTo(REQUIRED);
    }

    @Test
    void of_all_comments_95_percent_are_understood_exactly() {
        List<LabelledComment> comments = Stream.concat(
                        SETS.stream().flatMap(set -> all(set).stream()), LabelledComment.of("held-out-3.psv").stream())
                .toList();
        List<String> misses = misses(comments);
        misses.forEach(System.out::println);
        System.out.printf("%d of %d comments understood exactly%n", comments.size() - misses.size(), comments.size());
        assertThat(rate(comments, misses)).isGreaterThanOrEqualTo(REQUIRED);
    }

    @Test
    void the_corpus_is_large_enough_to_tell() {
        assertThat(SETS.stream().flatMap(set -> all(set).stream()).distinct()).hasSizeGreaterThanOrEqualTo(300);
        assertThat(SETS.stream().flatMap(set -> heldOut(set).stream()).distinct())
                .hasSizeGreaterThanOrEqualTo(120);
        assertThat(all("adversarial")).hasSizeGreaterThanOrEqualTo(60);
        assertThat(heldOut("adversarial")).hasSizeGreaterThanOrEqualTo(25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"english", "spanish", "german", "french", "portuguese"})
    void a_comment_is_found_to_be_in_its_language(String language) {
        List<LabelledComment> comments = all(language);
        List<String> elsewhere = comments.stream()
                .map(LabelledComment::comment)
                .filter(comment -> !language.equals(parser.understand(comment).language()))
                .toList();
        assertThat(1 - (double) elsewhere.size() / comments.size())
                .as("read in another language: %s", elsewhere)
                .isGreaterThanOrEqualTo(REQUIRED);
    }

    private List<String> misses(List<LabelledComment> comments) {
        List<String> misses = new ArrayList<>();
        for (LabelledComment labelled : comments) {
            String understood = LabelledComment.asks(parser.understand(labelled.comment()));
            if (!understood.equals(labelled.asks())) {
                misses.add(
                        "\"" + labelled.comment() + "\" is [" + labelled.asks() + "], understood [" + understood + "]");
            }
        }
        return misses;
    }

    private static double rate(List<LabelledComment> comments, List<String> misses) {
        return 1 - (double) misses.size() / comments.size();
    }

    private static List<LabelledComment> all(String set) {
        return Stream.concat(LabelledComment.of(set + ".psv").stream(), heldOut(set).stream())
                .toList();
    }

    /** Written before the parser was run on them, in two parts. */
    private static List<LabelledComment> heldOut(String set) {
        return Stream.of("-held-out.psv", "-held-out-2.psv")
                .flatMap(part -> LabelledComment.of(set + part).stream())
                .toList();
    }
}
