package io.auralis.agent.comment;

import java.util.List;

/** Understands comments of one language. */
public final class CommentParser {
    private CommentParser() {}

    public static CommentParser english() {
        return new CommentParser();
    }

    /** What a comment asks for; an empty comment asks for nothing. */
    public Understanding understand(String comment) {
        return new Understanding(List.of(), comment.isBlank() ? List.of() : List.of(comment.strip()));
    }
}
