package io.auralis.engine.declip;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioSource;
import java.util.Arrays;
import java.util.function.Consumer;

/** Restores a track while it is read, a part at a time, with what is behind and ahead of the part in view. */
final class RestoringSource implements AudioSource {
    private final AudioSource source;
    private final WindowShape shape;
    private final ChannelWindow[] windows;
    private final Repairs repairs;
    private final Consumer<Restored> atEnd;
    private final AudioBlock incoming;
    private int taken;
    private boolean ended;
    /** Frame of the track that the windows begin with. */
    private long frame;
    /** Just behind the last frame of the track in the windows. */
    private int valid;
    /** The next frame to give out. */
    private int next;

    /**
     * @param repairs told all that is restored
     * @param atEnd told what was restored when the end is reached
     */
    RestoringSource(AudioSource source, Clipping clipping, Repairs repairs, Consumer<Restored> atEnd) {
        AudioFormat format = source.format();
        this.source = source;
        this.shape = WindowShape.of(format.sampleRateHz());
        this.windows = new ChannelWindow[format.channels()];
        GapSolver solver = new GapSolver(shape);
        Arrays.setAll(windows, i -> new ChannelWindow(i, clipping, shape, format.sampleRateHz(), solver));
        this.repairs = repairs;
        this.atEnd = atEnd;
        this.incoming = new AudioBlock(format.channels(), shape.middle());
        this.frame = -shape.behind();
        this.valid = shape.behind();
        this.next = shape.behind() + shape.middle();
    }

    @Override
    public AudioFormat format() {
        return source.format();
    }

    @Override
    public long statedFrames() {
        return source.statedFrames();
    }

    @Override
    public boolean read(AudioBlock block) {
        int filled = 0;
        while (filled < block.capacity() && ready()) {
            int end = Math.min(valid, shape.behind() + shape.middle());
            int count = Math.min(block.capacity() - filled, end - next);
            for (int channel = 0; channel < windows.length; channel++) {
                System.arraycopy(windows[channel].samples(), next, block.channel(channel), filled, count);
            }
            next += count;
            filled += count;
        }
        block.setFrames(filled);
        if (filled == 0) {
            atEnd.accept(restored());
        }
        return filled > 0;
    }

    private Restored restored() {
        long stretches = 0;
        long samples = 0;
        double highest = 0;
        for (ChannelWindow window : windows) {
            stretches += window.stretches();
            samples += window.restoredSamples();
            highest = Math.max(highest, window.highest());
        }
        return new Restored(stretches, samples, 20 * Math.log10(highest));
    }

    /** Whether a restored frame is there to be given out. */
    private boolean ready() {
        int middle = shape.behind() + shape.middle();
        if (next == middle) {
            if (frame >= 0 || valid > shape.behind()) {
                shift();
            }
            next = shape.behind();
            fill();
            for (ChannelWindow window : windows) {
                window.restore(frame, repairs);
            }
        }
        return next < Math.min(valid, middle);
    }

    private void shift() {
        for (ChannelWindow window : windows) {
            window.shift();
        }
        frame += shape.middle();
        valid = Math.max(shape.behind(), valid - shape.middle());
    }

    private void fill() {
        while (valid < shape.frames() && !ended) {
            if (taken == incoming.frames()) {
                taken = 0;
                if (!source.read(incoming)) {
                    ended = true;
                    return;
                }
            }
            int count = Math.min(incoming.frames() - taken, shape.frames() - valid);
            for (int channel = 0; channel < windows.length; channel++) {
                double[] samples = incoming.channel(channel);
                for (int i = 0; i < count; i++) {
                    windows[channel].set(valid + i, samples[taken + i]);
                }
            }
            taken += count;
            valid += count;
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
