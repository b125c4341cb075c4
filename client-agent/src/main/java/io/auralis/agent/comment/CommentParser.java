package io.auralis.agent.comment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Understands comments of one language. */
public final class CommentParser {
    private final Lexicon lexicon;

    private CommentParser(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    public static CommentParser english() {
        return new CommentParser(Lexicon.of("english"));
    }

    /** What a comment asks for; an empty comment asks for nothing. */
    public Understanding understand(String comment) {
        Asks asks = new Asks();
        List<String> ignored = new ArrayList<>();
        @Nullable Item before = null;
        @Nullable Modifiers carried = null;
        for (List<String> part : Sentence.parts(comment)) {
            for (List<Item> clause : lexicon.clauses(part)) {
                ClauseReader reader = new ClauseReader(clause, asks);
                reader.read(before, carried);
                before = reader.lastNoun().orElse(before);
                carried = reader.lastModifiers().orElse(null);
                ignored.addAll(Leftovers.of(clause));
            }
        }
        ignored.addAll(asks.contradictions());
        return new Understanding(asks.list(), ignored);
    }
}
