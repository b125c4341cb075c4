package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.AudioTrack;
import io.auralis.engine.audio.BlockRelay;
import io.auralis.engine.audio.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Runs a track through stages block by block, and makes up for their latency: what comes out is as long as what went in. */
final class Chain implements BlockRelay.Feed {
    /** About 0.2 s: small enough for the processor's cache, large enough that per-block work does not count. */
    private static final int BLOCK_FRAMES = 8_192;

    private final AudioSource source;
    private final List<Stage> stages;
    private int toDrop;
    private int toFlush;

    Chain(AudioSource source, List<Stage> stages) {
        this.source = source;
        this.stages = stages;
        this.toDrop = stages.stream().mapToInt(Stage::latencyFrames).sum();
        this.toFlush = toDrop;
    }

    /**
     * @param stages in order; freshly made, since they keep state
     * @param hear each told every block that comes out, as {@link BlockRelay} does; none may change or keep it
     * @param name of the work, for the progress
     */
    static void run(
            AudioTrack track, List<Stage> stages, Progress progress, String name, List<Consumer<AudioBlock>> hear) {
        try (AudioSource source = track.open()) {
            Chain chain = new Chain(source, stages);
            Consumer<AudioBlock> first = hear.get(0);
            long stated = source.statedFrames();
            long[] heard = new long[1];
            List<Consumer<AudioBlock>> listeners = new ArrayList<>(hear);
            listeners.set(0, block -> {
                first.accept(block);
                heard[0] += block.frames();
                progress.report(name, stated > 0 ? Math.min(1, (double) heard[0] / stated) : -1);
            });
            BlockRelay.run(chain, source.format().channels(), BLOCK_FRAMES, listeners);
            progress.report(name, 1);
        }
    }

    /** With one that hears. */
    static void run(AudioTrack track, List<Stage> stages, Progress progress, String name, Consumer<AudioBlock> hears) {
        run(track, stages, progress, name, List.of(hears));
    }

    @Override
    public boolean next(AudioBlock block) {
        while (source.read(block)) {
            process(block);
            if (block.frames() > 0) {
                return true;
            }
        }
        while (toFlush > 0) {
            silence(block, Math.min(toFlush, block.capacity()));
            toFlush -= block.frames();
            process(block);
            if (block.frames() > 0) {
                return true;
            }
        }
        block.setFrames(0);
        return false;
    }

    /** Processes a block and takes off its front what is only there because of the latency. */
    private void process(AudioBlock block) {
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
            toDrop -= dropped;
        }
    }

    private static void silence(AudioBlock block, int frames) {
        for (int channel = 0; channel < block.channels(); channel++) {
            Arrays.fill(block.channel(channel), 0, frames, 0);
        }
        block.setFrames(frames);
    }
}
