package io.auralis.engine.plan;

/** What of a track a listener may ask to be changed by another amount than the plan's, or to be left alone. */
public enum Aspect {
    /** The five tone bands, and the filter that takes off rumble. */
    TONE,
    /** The crest factor. */
    DYNAMICS,
    /** The share of the sides. */
    WIDTH,
    /** The integrated loudness. */
    LOUDNESS
}
