package io.auralis.engine.mastering;

/** How samples are brought to the bits of a lossless file. */
public enum Dither {
    /** Noise of triangular density, two steps wide, all frequencies alike. */
    TPDF,
    /** The same noise, its spectrum moved to where the ear hears least; for the last step before listening. */
    SHAPED,
    /** Rounding alone: its error is distortion, which follows the music. */
    NONE
}
