package io.auralis.agent.comment;

import org.jspecify.annotations.Nullable;

/** What a word or phrase means. Sealed, so that the reader has an answer to each kind. */
sealed interface Term {
    /** A thing that can be more, less or fine. */
    record Noun(Aspect aspect, Sense sense, boolean opposite) implements Term {}

    /** How a noun is meant where it stands alone. */
    enum Sense {
        /** Says nothing: "bass". */
        PLAIN,
        /** May be a quality of another noun: "bass warmth". */
        ATTRIBUTE,
        /** Is a complaint by itself: "harshness". */
        DEFECT
    }

    /**
     * A word that says how something is.
     *
     * @param aspect of what it speaks; null for words like "weak", which need a noun
     * @param plenty whether it says that there is plenty of the aspect, or little
     * @param kind whether that is good by itself
     * @param ofNoun whether it speaks of a noun beside it, if there is one: "warm bass"
     * @param comparative "warmer", not "warm"
     */
    record Quality(@Nullable Aspect aspect, boolean plenty, Kind kind, boolean ofNoun, boolean comparative)
            implements Term {}

    /** What a quality says without any other word. */
    enum Kind {
        /** A complaint: "harsh". */
        DEFECT,
        /** Nothing: "bright" may be praise or blame. */
        TRAIT,
        /** Praise: "punchy". */
        VIRTUE
    }

    /** A word that says what is wanted of the words about it. */
    enum Cue implements Term {
        MORE,
        LESS,
        TOO,
        TOO_MUCH,
        A_BIT_TOO_MUCH,
        NOT_ENOUGH,
        ENOUGH,
        WANT,
        RAISE,
        LOWER,
        KEEP,
        PRAISE,
        BLAME,
        NOT,
        SOFT,
        STRONG,
        THAN_BEFORE,
        AND,
        FILLER
    }

    /** A word that is in no list. */
    enum Unknown implements Term {
        UNKNOWN
    }
}
