package io.auralis.agent.comment;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What phrases mean; of several that begin alike the longest is meant.
 *
 * <p>A phrase is looked up as it is written first and without its accents second, so that "schön" and "schon" stay two words
 * for who writes them so.
 */
final class Phrases<T> {
    private final Map<String, T> exact = new HashMap<>();
    /** Of phrases with accents, without them. */
    private final Map<String, T> folded = new HashMap<>();
    /** By a first word, without accents: how many words the longest phrase has that begins with it. */
    private final Map<String, Integer> longest = new HashMap<>();

    private long lookups;

    /** The first meaning that is put for a phrase is the one that it has. */
    void put(String phrase, T meaning) {
        if (exact.putIfAbsent(phrase, meaning) != null) {
            return;
        }
        String plain = Folding.fold(phrase);
        putLength(plain);
        if (!plain.equals(phrase)) {
            folded.putIfAbsent(plain, meaning);
            String spelledOut = Folding.spellOut(phrase);
            if (!spelledOut.equals(plain)) {
                folded.putIfAbsent(spelledOut, meaning);
                putLength(spelledOut);
            }
        }
    }

    private void putLength(String plain) {
        int end = plain.indexOf(' ');
        if (end > 0) {
            int words = 1;
            for (int at = end; at >= 0; at = plain.indexOf(' ', at + 1)) {
                words++;
            }
            longest.merge(plain.substring(0, end), words, Math::max);
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
        Set<String> words = new HashSet<>();
        for (Map<String, T> phrases : List.of(exact, folded)) {
            phrases.keySet()
                    .forEach(phrase -> words.addAll(List.of(Folding.fold(phrase).split(" ", -1))));
        }
        return words;
    }

    /** The phrases of one word whose meaning is asked for, without accents. */
    Set<String> singleWords(Predicate<T> asked) {
        Set<String> words = new HashSet<>();
        for (Map<String, T> phrases : List.of(exact, folded)) {
            phrases.forEach((phrase, meaning) -> {
                if (phrase.indexOf(' ') < 0 && asked.test(meaning)) {
                    words.add(Folding.fold(phrase));
                }
            });
        }
        return words;
    }

    /** How many phrases were looked up so far. */
    long lookups() {
        return lookups;
    }

    private Optional<T> find(String read, String plain) {
        lookups++;
        T meaning = exact.get(read);
        if (meaning == null) {
            meaning = folded.get(plain);
        }
        return Optional.ofNullable(meaning != null ? meaning : exact.get(plain));
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
