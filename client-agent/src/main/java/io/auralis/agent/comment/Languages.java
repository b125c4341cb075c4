package io.auralis.agent.comment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The languages that there are data files of, in their order of precedence. A file is read when it is needed, because most
 * comments are understood by the first, and a rating must not wait for the others.
 */
final class Languages {
    private static final String INDEX = "languages.json";
    private static final String SYMBOLS = "symbols.json";

    private final List<String> names;
    private final LexiconFile symbols;
    private final List<Lexicon> lexicons = new ArrayList<>();
    private final Map<Lexicon, Spelling> spellings = new HashMap<>();

    Languages() {
        this(List.of(LexiconFile.read(INDEX, String[].class)));
    }

    Languages(List<String> names) {
        this.names = List.copyOf(names);
        this.symbols = LexiconFile.read(SYMBOLS, LexiconFile.class);
    }

    /** The language that is tried alone at first, and is meant where several understand as much. */
    synchronized Lexicon first() {
        return get(0);
    }

    synchronized List<Lexicon> all() {
        get(names.size() - 1);
        return List.copyOf(lexicons);
    }

    /** Whether a word says what is wanted in another language than this. */
    boolean isCueElsewhere(Lexicon here, String word) {
        return all().stream().anyMatch(lexicon -> lexicon != here && lexicon.isCue(word));
    }

    synchronized Spelling spelling(Lexicon lexicon) {
        return spellings.computeIfAbsent(lexicon, of -> new Spelling(of, this::isWord));
    }

    /** Steps taken so far: phrases looked up and words compared. */
    long work() {
        return lexicons.stream().mapToLong(Lexicon::lookups).sum()
                + spellings.values().stream().mapToLong(Spelling::compared).sum();
    }

    private boolean isWord(String word) {
        return all().stream().anyMatch(lexicon -> lexicon.knows(word));
    }

    private Lexicon get(int index) {
        while (lexicons.size() <= index) {
            String name = names.get(lexicons.size());
            lexicons.add(new Lexicon(name, LexiconFile.read(name + ".json", LexiconFile.class), symbols));
        }
        return lexicons.get(index);
    }
}
