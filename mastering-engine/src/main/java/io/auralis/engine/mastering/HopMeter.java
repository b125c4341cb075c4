package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;

/** Splits a track into bands and measures it hop by hop. */
final class HopMeter {
    private final BandSplit split;
    private final int hopFrames;
    private MeasuredHop current;
    private int inHop;

    HopMeter(AudioFormat format) {
        this.split = new BandSplit(format, BandSplit.CROSSOVERS_HZ, 0);
        this.hopFrames = BandHop.frames(format.sampleRateHz());
        this.current = new MeasuredHop(channels(), bands());
    }

    int channels() {
        return split.channels();
    }

    int bands() {
        return split.bands();
    }

    int hopFrames() {
        return hopFrames;
    }

    /** By how many frames the hops lag behind what is heard. */
    int latencyFrames() {
        return split.latencyFrames();
    }

    /** @param complete the hops that the block completes are added to it */
    void accept(AudioBlock block, HopBatch complete) {
        for (int from = 0; from < block.frames(); from += BandSplit.CHUNK_FRAMES) {
            int frames = Math.min(block.frames() - from, BandSplit.CHUNK_FRAMES);
            split.take(block, from, frames);
            for (int done = 0; done < frames; ) {
                int count = Math.min(frames - done, hopFrames - inHop);
                current.look(split, done, count);
                done += count;
                inHop += count;
                if (inHop == hopFrames) {
                    current = complete.add(current);
                    inHop = 0;
                }
            }
            split.moveOn(frames);
        }
    }
}
