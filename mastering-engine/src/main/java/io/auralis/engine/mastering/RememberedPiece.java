package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;

/**
 * Some frames of a {@link RememberedTrack}: as floats where those are the same numbers, as of all codings up to 24 bits and
 * of {@link SinglePrecision}, else as doubles.
 */
abstract class RememberedPiece {
    private final int capacity;
    private int frames;

    RememberedPiece(int capacity) {
        this.capacity = capacity;
    }

    /** An empty one of the kind that a block's next frames need. */
    static RememberedPiece beginningWith(AudioBlock block, int from) {
        return FloatPiece.hold(block, from)
                ? new FloatPiece(block.channels())
                : new DoublePiece(block.channels(), block.frames() - from);
    }

    int frames() {
        return frames;
    }

    /**
     * Takes frames as far as there is room and they can be kept exactly.
     *
     * @return how many, of those from an index on
     */
    int take(AudioBlock block, int from) {
        int taken = put(block, from, frames, Math.min(block.frames() - from, capacity - frames));
        frames += taken;
        return taken;
    }

    abstract long bytesPerFrame();

    /** @return how many could be kept */
    abstract int put(AudioBlock block, int from, int at, int count);

    abstract void copy(int from, int count, AudioBlock into, int at);

    /** Nothing more is put into it. */
    abstract void close();

    /** Nobody reads it any more. */
    abstract void letGo();
}
