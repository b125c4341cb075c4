package io.auralis.engine.mastering;

/** What the tone equaliser does to time. Its gains are the same either way. */
public enum Phase {
    /** As an analogue equaliser: nothing sounds before its time, but frequencies are delayed unequally. */
    MINIMUM,
    /** All frequencies are delayed alike, so waveforms keep their shape; a little of each change sounds ahead of it. */
    LINEAR
}
