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
    private final boolean ironic;

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
        this.ironic = lexicon.isIronic(comment.stream().flatMap(List::stream).toList());
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
        boolean meant = !ironic;
        @Nullable Item before = null;
        @Nullable Modifiers carried = null;
        @Nullable Unsettled open = null;
        for (List<List<Item>> part : parts) {
            for (List<Item> clause : part) {
                List<Item> understood = meant ? ofThisLanguage(clause, languages) : List.of();
                if (!understood.isEmpty()) {
                    ClauseReader reader = new ClauseReader(understood, asks);
                    reader.read(before, carried, open);
                    before = reader.lastNoun().orElse(before);
                    carried = reader.lastModifiers().orElse(null);
                    open = reader.unsettled().orElse(null);
                }
                ignored.addAll(Leftovers.of(clause));
            }
        }
        ignored.addAll(asks.contradictions());
        return new Understanding(asks.list(), ignored, known == 0 ? null : lexicon.language());
    }

    /**
     * What of a clause may be read: all of it, or what "and" divides from words by which another language says what is
     * wanted. To read the other half of such words would be a guess.
     */
    private List<Item> ofThisLanguage(List<Item> clause, Languages languages) {
        if (clause.stream().noneMatch(item -> isForeignCue(item, languages))) {
            return clause;
        }
        List<Item> understood = new ArrayList<>();
        List<Item> stretch = new ArrayList<>();
        for (Item item : clause) {
            if (item.is(Term.Cue.AND)) {
                keepOwn(stretch, understood, languages);
            }
            stretch.add(item);
        }
        keepOwn(stretch, understood, languages);
        return understood;
    }

    private void keepOwn(List<Item> stretch, List<Item> understood, Languages languages) {
        if (stretch.stream().noneMatch(item -> isForeignCue(item, languages))) {
            understood.addAll(stretch);
        }
        stretch.clear();
    }

    private boolean isForeignCue(Item item, Languages languages) {
        return item.term == Term.Other.UNKNOWN && languages.isCueElsewhere(lexicon, item.text);
    }

    private List<Item> items() {
        return parts.stream().flatMap(List::stream).flatMap(List::stream).toList();
    }
}
