package io.auralis.agent.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A comment as one language has it. */
final class Reading {
    /** A word as it is written counts for as much as two that had to be corrected. */
    private static final int WEIGHT_OF_KNOWN = 2;

    private final Lexicon lexicon;
    private final List<List<List<Item>>> parts;
    private final int words;
    private final int known;
    private final int corrected;

    private Reading(Lexicon lexicon, List<List<Word>> comment, int corrected) {
        this.lexicon = lexicon;
        this.parts = comment.stream().map(lexicon::clauses).toList();
        List<Item> items = items();
        this.words = items.stream().mapToInt(Item::words).sum();
        this.known = items.stream()
                .filter(item -> item.term != Term.Other.UNKNOWN)
                .mapToInt(Item::words)
                .sum();
        this.corrected = corrected;
    }

    /** As it is written. */
    static Reading of(Lexicon lexicon, List<List<Word>> comment) {
        return new Reading(lexicon, comment, 0);
    }

    /**
     * With misspelt words read as what is meant, unless so many would be that it is rather another language: at most one
     * more than there are words right as they are.
     */
    static Reading corrected(Lexicon lexicon, Spelling spelling, List<List<Word>> comment) {
        int[] corrected = {0};
        List<List<Word>> read = comment.stream()
                .map(part -> part.stream()
                        .map(word -> {
                            Optional<Spelling.Meant> meant = spelling.meant(word.read());
                            corrected[0] +=
                                    meant.filter(Spelling.Meant::isGuess).isPresent() ? 1 : 0;
                            return meant.map(is -> word.readAs(is.word())).orElse(word);
                        })
                        .toList())
                .toList();
        Reading reading = new Reading(lexicon, read, corrected[0]);
        return corrected[0] > reading.known - corrected[0] + 1 ? of(lexicon, comment) : reading;
    }

    /** Whether it knows every word. */
    boolean isWhole() {
        return known == words;
    }

    /** How much of the comment it knows. */
    int score() {
        return WEIGHT_OF_KNOWN * known - corrected;
    }

    Understanding understanding(Languages languages) {
        Asks asks = new Asks();
        List<String> ignored = new ArrayList<>();
        boolean meant = items().stream().noneMatch(item -> item.is(Term.Cue.IRONY));
        @Nullable Item before = null;
        @Nullable Modifiers carried = null;
        for (List<List<Item>> part : parts) {
            for (List<Item> clause : part) {
                if (meant && !isMixed(clause, languages)) {
                    ClauseReader reader = new ClauseReader(clause, asks);
                    reader.read(before, carried);
                    before = reader.lastNoun().orElse(before);
                    carried = reader.lastModifiers().orElse(null);
                }
                ignored.addAll(Leftovers.of(clause));
            }
        }
        ignored.addAll(asks.contradictions());
        return new Understanding(asks.list(), ignored, known == 0 ? null : lexicon.language());
    }

    /** Whether another language says in it what is wanted: half of such a clause would be a guess. */
    private boolean isMixed(List<Item> clause, Languages languages) {
        return clause.stream()
                .anyMatch(item -> item.term == Term.Other.UNKNOWN && languages.isCueElsewhere(lexicon, item.text));
    }

    private List<Item> items() {
        return parts.stream().flatMap(List::stream).flatMap(List::stream).toList();
    }
}
