package io.auralis.agent.comment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What phrases mean; of several that begin alike the longest is meant.
 *
 * <p>A phrase is looked up as it is written first and without its accents second, so that "schön" and "schon" stay two words
 * for who writes them so.
 */
final class Phrases<T> {
    private final Map<String, T> exact = new HashMap<>();
    private final Map<String, T> folded = new HashMap<>();
    /** By a first word, without accents: how many words the longest phrase has that begins with it. */
    private final Map<String, Integer> longest = new HashMap<>();

    private final Set<String> words = new HashSet<>();
    private long lookups;

    /** The first meaning that is put for a phrase is the one that it has. */
    void put(String phrase, T meaning) {
        exact.putIfAbsent(phrase, meaning);
        for (String plain : List.of(Folding.fold(phrase), Folding.spellOut(phrase))) {
            folded.putIfAbsent(plain, meaning);
            List<String> parts = List.of(plain.split(" ", -1));
            longest.merge(parts.get(0), parts.size(), Math::max);
            words.addAll(parts);
        }
    }

    Optional<T> find(Word word) {
        return find(word.read(), word.plain());
    }

    /** The meaning of the longest phrase that begins at a word. */
    Optional<Found<T>> longestAt(List<Word> comment, int from) {
        int most = longest.getOrDefault(comment.get(from).plain(), 1);
        for (int length = Math.min(most, comment.size() - from); length > 0; length--) {
            List<Word> phrase = comment.subList(from, from + length);
            Optional<T> meaning = length == 1
                    ? find(phrase.get(0))
                    : find(
                            phrase.stream().map(Word::read).collect(Collectors.joining(" ")),
                            phrase.stream().map(Word::plain).collect(Collectors.joining(" ")));
            if (meaning.isPresent()) {
                return Optional.of(new Found<>(meaning.get(), written(phrase), length));
            }
        }
        return Optional.empty();
    }

    /** Every word of every phrase, without accents. */
    Set<String> words() {
        return words;
    }

    /** How many phrases were looked up so far. */
    long lookups() {
        return lookups;
    }

    private Optional<T> find(String read, String plain) {
        lookups++;
        T meaning = exact.get(read);
        return Optional.ofNullable(meaning != null ? meaning : folded.get(plain));
    }

    private static String written(List<Word> phrase) {
        return phrase.stream()
                .map(Word::written)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /**
     * @param written as the listener wrote it
     * @param words how many there are of it
     */
    record Found<T>(T meaning, String written, int words) {}
}
