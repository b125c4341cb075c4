package io.auralis.agent.comment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads a misspelt word as the one that is meant: one letter wrong, missing, too many or two of them swapped; in a long word
 * two such. A word that some language has is not misspelt, and where two are as near none is meant.
 */
final class Spelling {
    /** Shorter words have too many neighbours that are words: "bad", "bat", "bag". */
    private static final int SHORTEST = 4;

    /** From this length on two mistakes leave no doubt. */
    private static final int LONG = 8;

    /** Longer words are none, and cost the most to compare. */
    private static final int LONGEST = 24;

    /** Up to this length the first letter must be right, because "less" and "mess" are nearer than what is meant. */
    private static final int SAME_BEGINNING = 5;

    private final Map<Integer, List<String>> byLength = new HashMap<>();
    private final Predicate<String> isWord;
    private long compared;

    /** @param isWord whether a word, without accents, is in any language's lists */
    Spelling(Lexicon lexicon, Predicate<String> isWord) {
        this.isWord = isWord;
        lexicon.meant().stream()
                .filter(word -> word.length() >= SHORTEST)
                .forEach(word -> byLength.computeIfAbsent(word.length(), length -> new java.util.ArrayList<>())
                        .add(word));
    }

    /** What a misspelt word is read as; empty if it is none that is known, or is right as it is. */
    Optional<Meant> meant(String written) {
        String word = Folding.fold(written);
        if (isWord.test(word) || word.isEmpty() || !Character.isLetter(word.codePointAt(0))) {
            return Optional.empty();
        }
        Optional<String> shortened = withoutStretching(word);
        if (shortened.isPresent()) {
            return shortened.map(meant -> new Meant(meant, false));
        }
        if (word.length() < SHORTEST || word.length() > LONGEST) {
            return Optional.empty();
        }
        return nearest(word, 1)
                .or(() -> word.length() >= LONG ? nearest(word, 2) : Optional.empty())
                .map(meant -> new Meant(meant, true));
    }

    /** How many pairs of words were compared so far. */
    long compared() {
        return compared;
    }

    /** "sooo", "basssss". */
    private Optional<String> withoutStretching(String word) {
        String twice = word.replaceAll("(.)\\1{2,}", "$1$1");
        if (twice.equals(word)) {
            return Optional.empty();
        }
        if (isWord.test(twice)) {
            return Optional.of(twice);
        }
        String once = word.replaceAll("(.)\\1{2,}", "$1");
        return isWord.test(once) ? Optional.of(once) : Optional.empty();
    }

    private Optional<String> nearest(String word, int edits) {
        String found = null;
        for (int length = word.length() - edits; length <= word.length() + edits; length++) {
            for (String candidate : byLength.getOrDefault(length, List.of())) {
                if (mayBe(word, candidate, edits) && EditDistance.isAtMost(edits, word, candidate)) {
                    if (found != null) {
                        return Optional.empty();
                    }
                    found = candidate;
                }
            }
        }
        return Optional.ofNullable(found);
    }

    private boolean mayBe(String word, String candidate, int edits) {
        compared++;
        boolean shortOne = Math.min(word.length(), candidate.length()) <= SAME_BEGINNING;
        boolean sameBeginning = word.charAt(0) == candidate.charAt(0)
                || (word.charAt(0) == candidate.charAt(1) && word.charAt(1) == candidate.charAt(0));
        return (sameBeginning || !shortOne) && (edits == 1 || candidate.length() >= LONG);
    }

    /**
     * @param word without accents
     * @param isGuess whether letters were changed, not only repeated ones left out
     */
    record Meant(String word, boolean isGuess) {}
}
