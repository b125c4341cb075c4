package io.auralis.agent.comment;

/**
 * A word of a comment.
 *
 * @param written as the listener wrote it, in lower case; empty where a word was read out of the one before it
 * @param read as it is looked up: with its spelling corrected, or a {@link Sign}
 * @param plain as it is read, without accents
 */
record Word(String written, String read, String plain) {
    Word(String written, String read) {
        this(written, read, Folding.fold(read));
    }

    Word(String written) {
        this(written, written);
    }

    Word readAs(String other) {
        return new Word(written, other);
    }
}
