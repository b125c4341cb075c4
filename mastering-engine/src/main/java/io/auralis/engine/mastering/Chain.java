package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.AudioTrack;
import io.auralis.engine.audio.Progress;
import java.util.List;
import java.util.function.Consumer;

/** Runs a track through stages block by block, and makes up for their latency: what comes out is as long as what went in. */
final class Chain {
    /** About 0.1 s: small enough for the processor's cache, large enough that per-block work does not count. */
    private static final int BLOCK_FRAMES = 4_096;

    private Chain() {}

    /**
     * @param stages in order; freshly made, since they keep state
     * @param hears told every block that comes out; it must not keep it
     * @param name of the work, for the progress
     */
    static void run(AudioTrack track, List<Stage> stages, Consumer<AudioBlock> hears, Progress progress, String name) {
        try (AudioSource source = track.open()) {
            AudioBlock block = new AudioBlock(source.format().channels(), BLOCK_FRAMES);
            int latency = stages.stream().mapToInt(Stage::latencyFrames).sum();
            int toDrop = latency;
            long stated = source.statedFrames();
            long done = 0;
            while (source.read(block)) {
                done += block.frames();
                toDrop -= pass(block, stages, hears, toDrop);
                progress.report(name, stated > 0 ? Math.min(1, (double) done / stated) : -1);
            }
            int toFlush = latency;
            while (toFlush > 0) {
                silence(block, Math.min(toFlush, BLOCK_FRAMES));
                toFlush -= block.frames();
                toDrop -= pass(block, stages, hears, toDrop);
            }
            progress.report(name, 1);
        }
    }

    /** Processes a block and hands on what is left after dropping; returns how many frames were dropped. */
    private static int pass(AudioBlock block, List<Stage> stages, Consumer<AudioBlock> hears, int toDrop) {
        for (Stage stage : stages) {
            stage.process(block);
        }
        int dropped = Math.min(toDrop, block.frames());
        if (dropped > 0) {
            int left = block.frames() - dropped;
            for (int channel = 0; channel < block.channels(); channel++) {
                System.arraycopy(block.channel(channel), dropped, block.channel(channel), 0, left);
            }
            block.setFrames(left);
        }
        if (block.frames() > 0) {
            hears.accept(block);
        }
        return dropped;
    }

    private static void silence(AudioBlock block, int frames) {
        for (int channel = 0; channel < block.channels(); channel++) {
            java.util.Arrays.fill(block.channel(channel), 0, frames, 0);
        }
        block.setFrames(frames);
    }
}
