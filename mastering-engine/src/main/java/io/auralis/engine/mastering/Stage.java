package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;

/** One step of the chain. It changes a block in place, keeps its state in fields and allocates nothing on the way. */
interface Stage {
    void process(AudioBlock block);

    /** By how many frames its output lags behind its input; the chain makes up for it. */
    default int latencyFrames() {
        return 0;
    }
}
