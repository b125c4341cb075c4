package io.auralis.agent.comment;

/** One word or phrase of a comment with its meaning, and whether an ask came of it. */
final class Item {
    final Term term;
    /** As the listener wrote it; empty if it was read out of the word before it. */
    final String text;

    private boolean used;

    Item(Term term, String text) {
        this.term = term;
        this.text = text;
    }

    void use() {
        used = true;
    }

    /** Takes back that an ask came of it. */
    void release() {
        used = false;
    }

    boolean used() {
        return used;
    }

    boolean is(Term.Cue cue) {
        return term == cue;
    }

    /** How many words of the comment it is; signs and pictures are none. */
    int words() {
        return text.isEmpty() || !Character.isLetterOrDigit(text.codePointAt(0))
                ? 0
                : 1 + (int) text.chars().filter(character -> character == ' ').count();
    }

    /** Whether it is worth telling that it was not understood. */
    boolean hasContent() {
        return !(term instanceof Term.Cue cue) || cue.saysSomething();
    }
}
