package io.auralis.agent.comment;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Understands comments in every language that there is a data file of.
 *
 * <p>The language is the one that understands most words of the comment. Where several understand as much, one that finds
 * an ask goes before one that finds none, and else the one that is named first in the index.
 */
public final class CommentParser {
    private final Languages languages;

    CommentParser(Languages languages) {
        this.languages = languages;
    }

    /** Of all languages. */
    public static CommentParser ofAllLanguages() {
        return new CommentParser(new Languages());
    }

    /**
     * What a comment asks for; an empty comment asks for nothing. Asks that the listener stated by hand, as
     * {@link StatedAsks} writes them, are what the comment says.
     */
    public Understanding understand(String comment) {
        return StatedAsks.in(comment)
                .map(stated -> new Understanding(stated, List.of()))
                .orElseGet(() -> read(Sentence.parts(comment)));
    }

    /** Misspellings are looked for last, because that takes the most words. */
    private Understanding read(List<List<Word>> parts) {
        if (parts.isEmpty()) {
            return new Understanding(List.of(), List.of());
        }
        Candidate first = candidate(Reading.of(languages.first(), parts));
        if (first.isWhole()) {
            return first.understanding();
        }
        Candidate asWritten = best(lexicon -> Reading.of(lexicon, parts));
        return asWritten.isWhole()
                ? asWritten.understanding()
                : best(lexicon -> Reading.corrected(lexicon, languages.spelling(lexicon), parts))
                        .understanding();
    }

    private Candidate best(Function<Lexicon, Reading> reader) {
        return languages.all().stream()
                .map(reader)
                .map(this::candidate)
                // Of what is equal, the first.
                .reduce((best, next) -> Candidate.ORDER.compare(next, best) > 0 ? next : best)
                .orElseThrow();
    }

    private Candidate candidate(Reading reading) {
        return new Candidate(reading, reading.understanding(languages));
    }

    private record Candidate(Reading reading, Understanding understanding) {
        static final Comparator<Candidate> ORDER = Comparator.<Candidate>comparingInt(
                        candidate -> candidate.reading().score())
                .thenComparing(candidate -> !candidate.understanding().asks().isEmpty());

        /** Whether every word is known and an ask came of them. */
        boolean isWhole() {
            return reading.isWhole() && !understanding.asks().isEmpty();
        }
    }
}
