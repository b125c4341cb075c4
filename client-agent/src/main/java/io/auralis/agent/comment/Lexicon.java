package io.auralis.agent.comment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One language's words; of several phrases that begin alike the longest is meant.
 *
 * <p>A word is looked up as it is written first and without its accents second, so that "schön" and "schon" stay two words
 * for who writes them so.
 */
final class Lexicon {
    private final String language;
    private final Map<String, Entry> exact = new HashMap<>();
    private final Map<String, Entry> folded = new HashMap<>();
    private final Map<String, List<String>> readAs = new HashMap<>();
    private final Set<String> vocabulary = new HashSet<>();
    private final Set<String> meant = new HashSet<>();
    private final Set<String> known = new HashSet<>();
    private final Compounds compounds;
    private int longest = 1;
    private int longestReadAs = 1;
    private long lookups;

    Lexicon(String language, LexiconFile file, LexiconFile symbols) {
        this.language = language;
        file.readAs().forEach((phrase, meant) -> expand(phrase).forEach(form -> putReadAs(form, meant)));
        file.breaks().forEach(word -> put(word, new Entry(Term.Cue.FILLER, true)));
        file.subjects().forEach(word -> put(word, new Entry(Term.Other.SUBJECT, false)));
        file.elsewhere().forEach(word -> put(word, new Entry(Term.Other.ELSEWHERE, false)));
        cues(file);
        file.nouns().forEach(this::put);
        file.qualities().forEach(this::put);
        cues(symbols);
        for (Sign sign : Sign.values()) {
            exact.put(sign.key, new Entry(sign.cue, false));
        }
        file.known().forEach(word -> expand(word).forEach(form -> known.add(Folding.fold(form))));
        this.compounds = new Compounds(
                file.compounds(),
                word -> find(word)
                        .map(Entry::term)
                        .filter(Term.Noun.class::isInstance)
                        .map(Term.Noun.class::cast));
    }

    String language() {
        return language;
    }

    /** Whether a single word is in a list, or in a phrase of one. */
    boolean knows(String word) {
        String plain = Folding.fold(word);
        return vocabulary.contains(plain) || known.contains(plain) || exact.containsKey(word) || isCompound(word);
    }

    /** The words that a misspelt one may be meant as, without accents: those that an ask can come of. */
    Set<String> meant() {
        return meant;
    }

    /** Whether a word says what is wanted of the words about it. */
    boolean isCue(String word) {
        return find(word)
                .filter(entry -> entry.isBreak()
                        || (entry.term() instanceof Term.Cue
                                && entry.term() != Term.Cue.FILLER
                                && entry.term() != Term.Cue.AND
                                && entry.term() != Term.Cue.NOR))
                .isPresent();
    }

    /** Whether words, over all punctuation, say that the comment is not meant: "super, encore moins de basses". */
    boolean isIronic(List<Word> comment) {
        for (int from = 0; from < comment.size(); from++) {
            for (int to = from + 1; to <= Math.min(from + longest, comment.size()); to++) {
                Optional<Entry> entry = find(read(comment.subList(from, to)));
                if (entry.filter(found -> found.term() == Term.Cue.IRONY).isPresent()) {
                    return true;
                }
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
            Match match = match(words, at);
            boolean full = clause.size() >= Clause.LONGEST;
            if (match.entry().isBreak() || full) {
                clauses.add(clause);
                clause = new ArrayList<>();
            }
            if (!match.entry().isBreak()) {
                clause.add(new Item(match.entry().term(), match.written()));
            }
            at += match.words();
        }
        clauses.add(clause);
        return clauses;
    }

    private Match match(List<Word> words, int from) {
        for (int length = Math.min(longest, words.size() - from); length > 0; length--) {
            List<Word> phrase = words.subList(from, from + length);
            Optional<Entry> entry = find(read(phrase));
            if (entry.isPresent()) {
                return new Match(entry.get(), written(phrase), length);
            }
        }
        Word word = words.get(from);
        Term term = compounds.of(word.read()).orElse(isSymbol(word.read()) ? Term.Cue.FILLER : Term.Other.UNKNOWN);
        return new Match(new Entry(term, false), word.written(), 1);
    }

    /** Puts what is meant in the place of what the file says is to be read as something else. */
    private List<Word> rewritten(List<Word> part) {
        if (readAs.isEmpty()) {
            return part;
        }
        List<Word> words = new ArrayList<>();
        for (int at = 0; at < part.size(); ) {
            int length = Math.min(longestReadAs, part.size() - at);
            @Nullable List<String> meant = null;
            while (length > 0 && meant == null) {
                meant = readAs.get(Folding.fold(read(part.subList(at, at + length))));
                length -= meant == null ? 1 : 0;
            }
            if (meant == null) {
                words.add(part.get(at));
                at++;
            } else {
                words.add(new Word(written(part.subList(at, at + length)), meant.get(0)));
                meant.subList(1, meant.size()).forEach(word -> words.add(new Word("", word)));
                at += length;
            }
        }
        return words;
    }

    /** How many phrases were looked up so far. */
    long lookups() {
        return lookups;
    }

    private Optional<Entry> find(String phrase) {
        lookups++;
        Entry entry = exact.get(phrase);
        return Optional.ofNullable(entry != null ? entry : folded.get(Folding.fold(phrase)));
    }

    private boolean isCompound(String word) {
        return compounds.of(word).isPresent();
    }

    private static boolean isSymbol(String word) {
        return !word.isEmpty() && !Character.isLetterOrDigit(word.codePointAt(0));
    }

    private void cues(LexiconFile file) {
        file.cues().forEach((cue, words) -> {
            Entry entry = new Entry(Term.Cue.valueOf(cue.toUpperCase(Locale.ROOT)), false);
            words.forEach(word -> put(word, entry));
        });
    }

    private void put(LexiconFile.Nouns nouns) {
        Entry entry = new Entry(nouns.term(), false);
        nouns.words().forEach(word -> put(word, entry));
    }

    private void put(LexiconFile.Qualities qualities) {
        Entry plain = new Entry(qualities.term(false), false);
        Entry comparative = new Entry(qualities.term(true), false);
        qualities.words().forEach(word -> put(word, plain));
        qualities.comparatives().forEach(word -> put(word, comparative));
    }

    /** The first list that has a word wins: the file's order is its order of precedence. */
    private void put(String pattern, Entry entry) {
        for (String form : expand(pattern)) {
            exact.putIfAbsent(form, entry);
            folded.putIfAbsent(Folding.fold(form), entry);
            folded.putIfAbsent(Folding.spellOut(form), entry);
            longest = Math.max(longest, learn(form));
            if (!(entry.term() instanceof Term.Other) && entry.term() != Term.Cue.IRONY) {
                meant.addAll(List.of(Folding.fold(form).split(" ", -1)));
            }
        }
    }

    private void putReadAs(String form, String meant) {
        readAs.putIfAbsent(Folding.fold(form), List.of(meant.split(" ", -1)));
        longestReadAs = Math.max(longestReadAs, learn(form));
    }

    /** @return how many words there are */
    private int learn(String form) {
        String[] words = Folding.fold(form).split(" ", -1);
        vocabulary.addAll(List.of(words));
        return words.length;
    }

    private static List<String> expand(String pattern) {
        return WordPattern.expand(pattern);
    }

    private static String read(List<Word> phrase) {
        return phrase.size() == 1
                ? phrase.get(0).read()
                : String.join(" ", phrase.stream().map(Word::read).toList());
    }

    private static String written(List<Word> phrase) {
        return String.join(
                " ",
                phrase.stream()
                        .map(Word::written)
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    private record Entry(Term term, boolean isBreak) {}

    private record Match(Entry entry, String written, int words) {}
}
