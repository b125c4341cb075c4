package io.auralis.agent.comment;

/** What a clause compares. */
enum Comparison {
    NONE,
    /** "less bass than before" */
    WITH_ORIGINAL,
    /** "the original had more bass" */
    OF_ORIGINAL
}
