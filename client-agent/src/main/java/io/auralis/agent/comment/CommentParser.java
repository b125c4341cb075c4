package io.auralis.agent.comment;

import java.util.Comparator;
import java.util.List;

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

    /** English before all others; the same as {@link #ofAllLanguages()}, and the name by which it was known before. */
    public static CommentParser english() {
        return ofAllLanguages();
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

    private Understanding read(List<List<Word>> parts) {
        Reading first = Reading.of(languages.first(), parts);
        if (first.isWhole()) {
            Understanding understanding = first.understanding(languages);
            if (!understanding.asks().isEmpty()) {
                return understanding;
            }
        }
        return languages.all().stream()
                .map(lexicon -> Reading.corrected(lexicon, languages.spelling(lexicon), parts))
                .map(reading -> new Candidate(reading.score(), reading.understanding(languages)))
                // A stream keeps the first of what is equal.
                .reduce((best, next) -> Candidate.ORDER.compare(next, best) > 0 ? next : best)
                .map(Candidate::understanding)
                .orElseThrow();
    }

    private record Candidate(int score, Understanding understanding) {
        static final Comparator<Candidate> ORDER = Comparator.comparingInt(Candidate::score)
                .thenComparing(candidate -> !candidate.understanding().asks().isEmpty());
    }
}
