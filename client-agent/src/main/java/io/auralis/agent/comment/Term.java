package io.auralis.agent.comment;

import org.jspecify.annotations.Nullable;

/** What a word or phrase means. Sealed, so that the reader has an answer to each kind. */
sealed interface Term {
    /** A thing that can be more, less or fine. */
    record Noun(Topic topic, Sense sense) implements Term {}

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
     * @param topic of what it speaks; null for words like "weak", which need a noun
     * @param plenty whether it says that there is plenty of the topic, or little
     * @param kind whether that is good by itself
     * @param ofNoun whether it speaks of a noun beside it, if there is one: "warm bass"
     * @param comparative "warmer", not "warm"
     * @param everyday whether it is said of other things as well, so that beside an unknown word it means nothing here:
     *     "cold beer"
     */
    record Quality(
            @Nullable Topic topic, boolean plenty, Kind kind, boolean ofNoun, boolean comparative, boolean everyday)
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
        /** As {@link #TOO}, but it may stand after what it speaks of, too: "ça siffle trop". */
        TOO_AROUND,
        TOO_MUCH,
        A_BIT_TOO_MUCH,
        /** Always of what stands before it: "brilhante demais". */
        TOO_AFTER,
        NOT_ENOUGH,
        TOO_LITTLE,
        /** Of a thing, that there is not enough; of a quality, that it is not so: "poco brillante", "kaum schrill". */
        LITTLE,
        ENOUGH,
        WANT,
        RAISE,
        LOWER,
        KEEP,
        PRAISE,
        /** Praise of what was spoken of last: "huge bass, love it". */
        PRAISE_IT,
        BLAME,
        /** "not" */
        NOT,
        /** "no", "without": of a thing. */
        NO,
        SOFT,
        STRONG,
        /** "than before": of a change that was made. */
        THAN_BEFORE,
        /** "the original had": of a change that was made, seen from the other end. */
        WAS_BEFORE,
        AND,
        /** "and not", where "not" was said before: "weder hell noch dumpf". */
        NOR,
        FILLER,
        /** The comment does not mean what it says. */
        IRONY;

        /** Whether it is worth telling that it was not understood. */
        boolean saysSomething() {
            return this != FILLER && this != AND && this != NOR;
        }
    }

    /** A word that nothing can be asked of. */
    enum Other implements Term {
        /** In no list. */
        UNKNOWN,
        /** What sounds, and is not the sound; it takes to itself what is said before it: "great song". */
        SUBJECT,
        /** A thing that does not sound here; it takes to itself what is said after it as well: "the bus is too loud". */
        ELSEWHERE
    }
}
