package io.auralis.agent.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One language's words, from its data file. */
final class Lexicon {
    private final String language;
    private final Phrases<Entry> entries = new Phrases<>();
    private final Phrases<List<Word>> readAs = new Phrases<>();
    private final Phrases<Boolean> ironies = new Phrases<>();
    private final Compounds compounds;
    private final List<String> known;
    /** Only misspelt words ask for them, so most readings go without. */
    private @Nullable Set<String> words;

    /** @param symbols what pictures say in every language */
    Lexicon(String language, LexiconFile file, LexiconFile symbols) {
        this.language = language;
        file.readAs().forEach(this::putReadAs);
        file.breaks().forEach(word -> put(word, new Entry(Term.Cue.FILLER, true)));
        file.subjects().forEach(word -> put(word, new Entry(Term.Other.SUBJECT, false)));
        file.elsewhere().forEach(word -> put(word, new Entry(Term.Other.ELSEWHERE, false)));
        cues(file);
        file.nouns().forEach(nouns -> putAll(nouns.words(), nouns.term()));
        file.qualities().forEach(qualities -> {
            putAll(qualities.words(), qualities.term(false));
            putAll(qualities.comparatives(), qualities.term(true));
        });
        cues(symbols);
        for (Sign sign : Sign.values()) {
            entries.put(sign.key, new Entry(sign.cue, false));
        }
        this.known = file.known();
        this.compounds = new Compounds(file.compounds(), this::noun);
    }

    String language() {
        return language;
    }

    /** Whether a single word is in a list, or in a phrase of one. */
    boolean knows(String word) {
        return words().contains(Folding.fold(word)) || compounds.of(word).isPresent();
    }

    /** The words that a misspelt one may be meant as, without accents: those that by themselves add to an ask. */
    Set<String> meant() {
        return entries.singleWords(entry -> !(entry.term() instanceof Term.Other)
                && entry.term() != Term.Cue.IRONY
                && entry.term() != Term.Cue.FILLER);
    }

    /** Whether a word says what is wanted of the words about it. */
    boolean isCue(String word) {
        return entries.find(new Word(word))
                .filter(entry -> entry.isBreak() || (entry.term() instanceof Term.Cue cue && cue.saysSomething()))
                .isPresent();
    }

    /** Whether words, over all punctuation, say that the comment is not meant: "super, encore moins de basses". */
    boolean isIronic(List<Word> comment) {
        for (int at = 0; at < comment.size(); at++) {
            if (ironies.longestAt(comment, at).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Cuts words into clauses at breaks, and each clause into the longest phrases known. */
    List<List<Item>> clauses(List<Word> part) {
        List<Word> words = rewritten(part);
        List<List<Item>> clauses = new ArrayList<>();
        List<Item> clause = new ArrayList<>();
        for (int at = 0; at < words.size(); ) {
            Phrases.Found<Entry> found = foundAt(words, at);
            Entry entry = found.meaning();
            if (entry.isBreak() || clause.size() >= Clause.LONGEST) {
                clauses.add(clause);
                clause = new ArrayList<>();
            }
            if (!entry.isBreak()) {
                clause.add(new Item(entry.term(), found.written()));
            }
            at += found.words();
        }
        clauses.add(clause);
        return clauses;
    }

    /** How many phrases were looked up so far. */
    long lookups() {
        return entries.lookups() + readAs.lookups() + ironies.lookups();
    }

    private Set<String> words() {
        Set<String> all = words;
        if (all == null) {
            all = entries.words();
            all.addAll(readAs.words());
            for (String pattern : known) {
                WordPattern.expand(pattern).stream().map(Folding::fold).forEach(all::add);
            }
            LexiconFile.commonWords(language).stream().map(Folding::fold).forEach(all::add);
            words = all;
        }
        return all;
    }

    private Phrases.Found<Entry> foundAt(List<Word> words, int at) {
        return entries.longestAt(words, at).orElseGet(() -> {
            Word word = words.get(at);
            Term other = isSymbol(word.read()) ? Term.Cue.FILLER : Term.Other.UNKNOWN;
            return new Phrases.Found<>(new Entry(compounds.of(word.read()).orElse(other), false), word.written(), 1);
        });
    }

    /** Puts what is meant in the place of what the file says is to be read as something else. */
    private List<Word> rewritten(List<Word> part) {
        List<Word> words = new ArrayList<>();
        for (int at = 0; at < part.size(); ) {
            Optional<Phrases.Found<List<Word>>> found = readAs.longestAt(part, at);
            if (found.isPresent()) {
                List<Word> meaning = found.get().meaning();
                words.add(new Word(found.get().written(), meaning.get(0).read()));
                words.addAll(meaning.subList(1, meaning.size()));
            } else {
                words.add(part.get(at));
            }
            at += found.map(Phrases.Found::words).orElse(1);
        }
        return words;
    }

    private Optional<Term.Noun> noun(String word) {
        return entries.find(new Word(word))
                .map(Entry::term)
                .filter(Term.Noun.class::isInstance)
                .map(Term.Noun.class::cast);
    }

    private static boolean isSymbol(String word) {
        return !word.isEmpty() && !Character.isLetterOrDigit(word.codePointAt(0));
    }

    private void cues(LexiconFile file) {
        file.cues().forEach((name, words) -> {
            Term.Cue cue = Term.Cue.valueOf(name.toUpperCase(Locale.ROOT));
            putAll(words, cue);
            if (cue == Term.Cue.IRONY) {
                words.forEach(word -> WordPattern.expand(word).forEach(form -> ironies.put(form, true)));
            }
        });
    }

    private void putAll(List<String> words, Term term) {
        Entry entry = new Entry(term, false);
        words.forEach(word -> put(word, entry));
    }

    /** The first list that has a word wins: the file's order is its order of precedence. */
    private void put(String pattern, Entry entry) {
        for (String form : WordPattern.expand(pattern)) {
            entries.put(form, entry);
        }
    }

    private void putReadAs(String pattern, String meaning) {
        List<Word> words = List.of(meaning.split(" ", -1)).stream()
                .map(word -> new Word("", word))
                .toList();
        WordPattern.expand(pattern).forEach(form -> readAs.put(form, words));
    }

    private record Entry(Term term, boolean isBreak) {}
}
