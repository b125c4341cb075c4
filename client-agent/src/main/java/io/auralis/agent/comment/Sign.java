package io.auralis.agent.comment;

/** What figures and signs say in every language. The keys begin with a character that no word has. */
enum Sign {
    /** "&amp;" and "+" between words. */
    AND("@and", Term.Cue.AND),
    /** "+3 dB". */
    RAISE("@raise", Term.Cue.RAISE),
    /** "-3 dB". */
    LOWER("@lower", Term.Cue.LOWER),
    /** Up to 1 dB. */
    SOFT("@soft", Term.Cue.SOFT),
    /** 3 dB and more. */
    STRONG("@strong", Term.Cue.STRONG),
    /** Between both: says how much, and that it is nothing special. */
    MODERATE("@moderate", Term.Cue.FILLER),
    /** "10/10". */
    FULL_MARKS("@full", Term.Cue.PRAISE);

    /** Half of the step that is "much", and what that step is twice of: the change that one can just hear, and a clear one. */
    private static final double A_BIT_DB = 1;

    private static final double MUCH_DB = 3;

    final String key;
    final Term.Cue cue;

    Sign(String key, Term.Cue cue) {
        this.key = key;
        this.cue = cue;
    }

    static Sign ofDecibels(double decibels) {
        if (decibels <= A_BIT_DB) {
            return SOFT;
        }
        return decibels >= MUCH_DB ? STRONG : MODERATE;
    }
}
