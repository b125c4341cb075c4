package io.auralis.agent.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.auralis.contracts.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LexiconFileTest {
    private static final Path PAGE = Path.of("..", "docs", "comments.md");
    private static final Pattern SAMPLE = Pattern.compile("(?s)```json\\n(.*?)```");

    @Test
    void a_language_is_added_by_a_file_and_its_name_alone() {
        CommentParser parser = new CommentParser(new Languages(List.of("english", "pirate")));
        Understanding understanding = parser.understand("arr, gimme a wee dram o' thunder below");
        assertThat(LabelledComment.asks(understanding)).isEqualTo("bass more a_bit");
        assertThat(understanding.language()).isEqualTo("pirate");
    }

    @Test
    void a_language_that_has_no_file_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Languages(List.of("klingon")).first())
                .withMessageContaining("klingon.json");
    }

    @Test
    void the_page_shows_a_file_that_is_understood() throws IOException {
        Matcher sample = SAMPLE.matcher(Files.readString(PAGE));
        assertThat(sample.find()).isTrue();
        LexiconFile file = Json.read(sample.group(1).getBytes(StandardCharsets.UTF_8), LexiconFile.class);
        Lexicon lexicon = new Lexicon("sample", file, file);
        assertThat(lexicon.knows("basslastig")).isTrue();
        assertThat(lexicon.knows("hoehen")).isTrue();
    }

    @Test
    void a_pattern_is_every_form_of_a_word() {
        assertThat(WordPattern.expand("apagad(o|a|os|as)"))
                .containsExactly("apagado", "apagada", "apagados", "apagadas");
        assertThat(WordPattern.expand("grave(s)")).containsExactly("grave", "graves");
        assertThat(WordPattern.expand("(so |)loud")).containsExactly("so loud", "loud");
        assertThatIllegalArgumentException().isThrownBy(() -> WordPattern.expand("loud(er"));
    }
}
