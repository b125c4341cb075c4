package io.auralis.agent.comment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class CommentParserTest {
    private final CommentParser parser = CommentParser.ofAllLanguages();

    /** Each line of both files: a comment, and its asks as {@code aspect direction intensity}, joined by commas. */
    @ParameterizedTest(name = "\"{0}\" is understood as {1}")
    @CsvFileSource(
            resources = {"fixture-comments.psv", "comments.psv"},
            delimiter = '|',
            emptyValue = "")
    void a_comment_is_understood(String comment, String expected) {
        assertThat(LabelledComment.asks(parser.understand(comment))).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void what_is_not_understood_is_told_in_the_listeners_words() {
        assertThat(parser.understand("Pristine production, more bass!").ignored())
                .containsExactly("pristine production");
        assertThat(parser.understand("bright and energetic").ignored()).containsExactly("bright and energetic");
        assertThat(parser.understand("").ignored()).isEmpty();
        assertThat(parser.understand("\uD83D\uDE00 !!!"))
                .isEqualTo(new Understanding(java.util.List.of(), java.util.List.of()));
    }

    @Test
    void an_ask_names_the_finer_word_and_the_comment_its_language() {
        Understanding understanding = parser.understand("zu viele Zischlaute");
        assertThat(understanding.asks())
                .containsExactly(new Ask(Aspect.TREBLE, Direction.LESS, Intensity.MUCH, Topic.SIBILANCE));
        assertThat(understanding.language()).isEqualTo("german");
    }

    @Test
    void a_contradiction_is_no_ask() {
        Understanding understanding = parser.understand("more bass. less bass.");
        assertThat(understanding.asks()).isEmpty();
        assertThat(understanding.ignored()).containsExactly("bass");
    }
}
