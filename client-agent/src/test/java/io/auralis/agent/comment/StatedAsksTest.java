package io.auralis.agent.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatedAsksTest {
    private final CommentParser parser = CommentParser.ofAllLanguages();

    @Test
    void what_is_stated_is_what_the_comment_says() {
        String comment = StatedAsks.join("more bass please", "bass less a_bit, Width FINE, sub-bass more");
        assertThat(comment).isEqualTo("more bass please [asks: bass less a_bit, width fine, sub more plain]");
        assertThat(LabelledComment.asks(parser.understand(comment)))
                .isEqualTo("bass less a_bit, width fine plain, sub_bass more plain");
        assertThat(StatedAsks.words(comment)).isEqualTo("more bass please");
    }

    @Test
    void a_second_statement_takes_the_place_of_the_first() {
        assertThat(StatedAsks.join(StatedAsks.join("", "bass more"), "none")).isEqualTo("[asks: none]");
        assertThat(parser.understand("too harsh [asks: none]").asks()).isEmpty();
    }

    @Test
    void a_finer_word_asks_for_what_it_is_heard_as() {
        assertThat(StatedAsks.parse("compression less much"))
                .containsExactly(new Ask(Aspect.PUNCH, Direction.MORE, Intensity.MUCH, Topic.COMPRESSION));
    }

    @Test
    void asks_are_written_as_they_are_read() {
        String stated = "boom less much, compression less plain, air fine";
        assertThat(StatedAsks.text(StatedAsks.parse(stated))).isEqualTo(stated);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "bass", "bass up", "bas more", "bass more lots", "bass fine much", "bass more, ", "more bass"
            })
    void what_is_no_ask_is_refused_with_what_is_allowed(String stated) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatedAsks.parse(stated))
                .withMessageContainingAll("more, less or fine", "a_bit, plain or much", "sub_bass", "punch");
    }

    @Test
    void an_aspect_is_stated_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatedAsks.parse("bass more, boom less"))
                .withMessageContaining("bass twice");
    }

    @Test
    void brackets_that_hold_no_asks_are_words() {
        assertThat(LabelledComment.asks(parser.understand("[asks: whatever] more bass")))
                .isEqualTo("bass more plain");
        assertThat(LabelledComment.asks(parser.understand("more bass [asks: whatever]")))
                .isEqualTo("bass more plain");
    }
}
