package io.auralis.engine.decoding;

import java.util.Arrays;
import java.util.Optional;

/** What a frame between the program and its decoder says. */
enum FrameKind {
    /** Decoder: it has started. */
    READY('r'),
    /** Program: what does this file say of itself? Decoder: this. */
    INFO('i'),
    /** Program: the samples of this file. */
    SAMPLES('s'),
    /** Program: no more of these samples. */
    STOP('x'),
    /** Decoder: the samples follow; format and length. */
    STARTED('t'),
    /** Decoder: the next samples. */
    BLOCK('b'),
    /** Decoder: those were the samples, or as many as were wanted. */
    END('e'),
    /** Decoder: the file is bad, and why. It answers no more to the last request. */
    REFUSED('f');

    private final char letter;

    FrameKind(char letter) {
        this.letter = letter;
    }

    /** What stands for it on the pipe. */
    char letter() {
        return letter;
    }

    static Optional<FrameKind> of(int letter) {
        return Arrays.stream(values()).filter(kind -> kind.letter == letter).findFirst();
    }
}
