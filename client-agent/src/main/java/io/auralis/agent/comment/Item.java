package io.auralis.agent.comment;

/** One word or phrase of a comment with its meaning, and whether an ask came of it. */
final class Item {
    final Term term;
    final String text;
    private boolean used;

    Item(Term term, String text) {
        this.term = term;
        this.text = text;
    }

    void use() {
        used = true;
    }

    boolean used() {
        return used;
    }

    boolean is(Term.Cue cue) {
        return term == cue;
    }

    /** Whether it is worth telling that it was not understood. */
    boolean hasContent() {
        return term != Term.Cue.FILLER && term != Term.Cue.AND;
    }
}
