package io.auralis.agent.comment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.auralis.contracts.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A language's data file, as docs/comments.md describes it for who writes one. What is left out is empty or false.
 *
 * @param readAs phrases that mean what other words of the file say
 * @param breaks words that end a clause
 * @param subjects what sounds, and is not the sound: "song"
 * @param elsewhere things that do not sound here, and words in another sense
 * @param known words that are no misspelling
 */
record LexiconFile(
        Map<String, List<String>> cues,
        @JsonProperty("read_as") Map<String, String> readAs,
        List<String> breaks,
        List<String> subjects,
        List<String> elsewhere,
        List<Nouns> nouns,
        List<Qualities> qualities,
        Compound compounds,
        List<String> known) {
    LexiconFile {
        cues = orEmpty(cues);
        readAs = orEmpty(readAs);
        breaks = orEmpty(breaks);
        subjects = orEmpty(subjects);
        elsewhere = orEmpty(elsewhere);
        nouns = orEmpty(nouns);
        qualities = orEmpty(qualities);
        compounds = compounds == null ? new Compound(List.of(), List.of(), List.of()) : compounds;
        known = orEmpty(known);
    }

    static <T> T read(String resource, Class<T> type) {
        try (InputStream in = LexiconFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no " + resource);
            }
            return Json.read(in.readAllBytes(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Common words of a language that are near to words of its file; none if nobody has listed any. */
    static List<String> commonWords(String language) {
        try (InputStream in = LexiconFile.class.getResourceAsStream(language + "-words.txt")) {
            return in == null
                    ? List.of()
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static <T> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
        return map == null ? Map.of() : map;
    }

    /** Words for a thing that can be more, less or fine. */
    record Nouns(Topic topic, @Nullable String sense, List<String> words) {
        Term.Noun term() {
            return new Term.Noun(
                    topic, sense == null ? Term.Sense.PLAIN : Term.Sense.valueOf(sense.toUpperCase(Locale.ROOT)));
        }
    }

    /** Words that say how something is. */
    record Qualities(
            @Nullable Topic topic,
            boolean plenty,
            String kind,
            @JsonProperty("of_noun") @Nullable Boolean ofNoun,
            @Nullable Boolean everyday,
            List<String> words,
            List<String> comparatives) {
        Qualities {
            words = orEmpty(words);
            comparatives = orEmpty(comparatives);
        }

        Term.Quality term(boolean comparative) {
            return new Term.Quality(
                    topic,
                    plenty,
                    Term.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                    Boolean.TRUE.equals(ofNoun),
                    comparative,
                    Boolean.TRUE.equals(everyday));
        }
    }

    /**
     * Ends of compound words whose beginning is a noun: "Bassanteil", "basslastig", "bassarm".
     *
     * @param noun ends that make the same noun of it
     * @param plenty ends that complain of plenty
     * @param lack ends that complain of little
     */
    record Compound(List<String> noun, List<String> plenty, List<String> lack) {
        Compound {
            noun = orEmpty(noun);
            plenty = orEmpty(plenty);
            lack = orEmpty(lack);
        }
    }
}
