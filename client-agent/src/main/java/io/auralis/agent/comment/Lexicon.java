package io.auralis.agent.comment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.auralis.contracts.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One language's words, from its data file; of several phrases that begin alike the longest is meant. */
final class Lexicon {
    private final Map<String, Term> terms = new HashMap<>();
    private final Set<String> breaks = new HashSet<>();
    private int longest = 1;

    private Lexicon(Content content) {
        content.cues()
                .forEach((cue, words) ->
                        words.forEach(word -> put(word, Term.Cue.valueOf(cue.toUpperCase(Locale.ROOT)))));
        for (NounWords nouns : content.nouns()) {
            Term.Sense sense = nouns.sense() == null
                    ? Term.Sense.PLAIN
                    : Term.Sense.valueOf(nouns.sense().toUpperCase(Locale.ROOT));
            nouns.words().forEach(word -> put(word, new Term.Noun(nouns.aspect(), sense, isTrue(nouns.opposite()))));
        }
        for (QualityWords qualities : content.qualities()) {
            Term.Kind kind = Term.Kind.valueOf(qualities.kind().toUpperCase(Locale.ROOT));
            qualities.words().forEach(word -> put(word, quality(qualities, kind, false)));
            qualities.comparatives().forEach(word -> put(word, quality(qualities, kind, true)));
        }
        content.breaks().forEach(word -> {
            breaks.add(word);
            longest = Math.max(longest, words(word));
        });
    }

    /** @param language the data file's name without its extension */
    static Lexicon of(String language) {
        String resource = language + ".json";
        try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no words for the language " + language);
            }
            return new Lexicon(Json.read(in.readAllBytes(), Content.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cuts words into clauses at breaks, and each clause into the longest phrases known. */
    List<List<Item>> clauses(List<String> words) {
        List<List<Item>> clauses = new ArrayList<>();
        List<Item> clause = new ArrayList<>();
        for (int at = 0; at < words.size(); ) {
            Match match = match(words, at);
            if (match.isBreak()) {
                clauses.add(clause);
                clause = new ArrayList<>();
            } else {
                clause.add(new Item(match.term(), match.text()));
            }
            at += match.words();
        }
        clauses.add(clause);
        return clauses;
    }

    private Match match(List<String> words, int from) {
        for (int length = Math.min(longest, words.size() - from); length > 0; length--) {
            String phrase = String.join(" ", words.subList(from, from + length));
            if (breaks.contains(phrase)) {
                return new Match(Term.Cue.FILLER, phrase, length, true);
            }
            Term term = terms.get(phrase);
            if (term != null) {
                return new Match(term, phrase, length, false);
            }
        }
        return new Match(Term.Unknown.UNKNOWN, words.get(from), 1, false);
    }

    /** The first list that has a word wins: the file's order is its order of precedence. */
    private void put(String phrase, Term term) {
        terms.putIfAbsent(phrase, term);
        longest = Math.max(longest, words(phrase));
    }

    private static int words(String phrase) {
        return phrase.split(" ", -1).length;
    }

    private static Term quality(QualityWords words, Term.Kind kind, boolean comparative) {
        return new Term.Quality(words.aspect(), words.plenty(), kind, isTrue(words.ofNoun()), comparative);
    }

    /** The file leaves out what is false. */
    private static boolean isTrue(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    private record Match(Term term, String text, int words, boolean isBreak) {}

    private record Content(
            Map<String, List<String>> cues, List<String> breaks, List<NounWords> nouns, List<QualityWords> qualities) {}

    private record NounWords(
            Aspect aspect, @Nullable String sense, @Nullable Boolean opposite, List<String> words) {}

    private record QualityWords(
            @Nullable Aspect aspect,
            boolean plenty,
            String kind,
            @JsonProperty("of_noun") @Nullable Boolean ofNoun,
            List<String> words,
            List<String> comparatives) {}
}
