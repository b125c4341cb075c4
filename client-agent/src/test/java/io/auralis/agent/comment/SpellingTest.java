package io.auralis.agent.comment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
    private final Languages languages = new Languages();
    private final Spelling english = languages.spelling(languages.first());

    @ParameterizedTest
    @CsvSource({
        "mroe, more",
        "basss, bass",
        "bsas, bass",
        "treeble, treble",
        "trebel, treble",
        "harhs, harsh",
        "voclas, vocals",
        "sibilence, sibilance",
        "punhcy, punchy",
        "muddyyyy, muddy",
        "sooo, so",
        "comprssion, compression",
        "sibbilence, sibilance",
        "brigth, bright"
    })
    void a_misspelt_word_is_read_as_the_one_that_is_meant(String written, String meant) {
        assertThat(english.meant(written)).map(Spelling.Meant::word).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "base", "face", "brass", "lass", "mess", "loss", "side", "model", "cloud", "music", "space", "bad"
            })
    void a_word_is_never_read_as_another(String word) {
        assertThat(english.meant(word)).isEmpty();
    }

    @Test
    void a_word_of_any_language_is_right_in_every_language() {
        for (Lexicon lexicon : languages.all()) {
            Spelling spelling = languages.spelling(lexicon);
            languages
                    .all()
                    .forEach(other -> assertThat(other.meant())
                            .as("%s words in %s", other.language(), lexicon.language())
                            .allSatisfy(word ->
                                    assertThat(spelling.meant(word)).as(word).isEmpty()));
        }
    }

    @ParameterizedTest
    @CsvSource({"bass, bass, 0", "bass, bsas, 1", "bass, basses, 2", "treble, terble, 1", "mud, mood, 2", "abc, cba, 2"
    })
    void edits_are_counted_with_a_swap_as_one(String one, String other, int edits) {
        assertThat(EditDistance.isAtMost(edits, one, other)).isTrue();
        assertThat(edits == 0 || !EditDistance.isAtMost(edits - 1, one, other)).isTrue();
    }
}
