package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.AudioTrack;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A track that is decoded once and then read from memory, if it is short enough: mastering reads it four times or more.
 * Samples are kept as floats, which hold the samples of all codings up to 24 bits exactly; a track with others, or with
 * more than fit, is decoded anew each time. Not for use by two threads at once.
 */
final class RememberedTrack implements AudioTrack {
    /** Six minutes of stereo at 44.1 kHz: most songs, and a batch of two of them stays under 500 MB with all the rest. */
    private static final long MOST_BYTES = 128L << 20;
    /** Of a small heap no more than this part. */
    private static final int PART_OF_HEAP = 4;

    private final AudioTrack track;
    private final long mostSamples;
    private final List<float[][]> remembered = new ArrayList<>();
    private @Nullable AudioFormat format;
    private boolean complete;
    private boolean given;

    RememberedTrack(AudioTrack track) {
        this(track, Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / PART_OF_HEAP));
    }

    RememberedTrack(AudioTrack track, long mostBytes) {
        this.track = track;
        this.mostSamples = mostBytes / Float.BYTES;
    }

    @Override
    public AudioSource open() {
        AudioFormat known = format;
        if (complete && known != null) {
            return new FromMemory(known, remembered);
        }
        remembered.clear();
        AudioSource source = track.open();
        format = source.format();
        return given ? source : new Remembering(source);
    }

    /** Gives up: what was remembered so far is let go. */
    private void giveUp() {
        given = true;
        remembered.clear();
    }

    private final class Remembering implements AudioSource {
        private final AudioSource source;
        private long samples;

        Remembering(AudioSource source) {
            this.source = source;
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
            boolean any = source.read(block);
            if (!any) {
                complete = !given;
            } else if (!given) {
                remember(block);
            }
            return any;
        }

        private void remember(AudioBlock block) {
            samples += (long) block.frames() * block.channels();
            float[][] kept = samples > mostSamples ? null : exact(block);
            if (kept == null) {
                giveUp();
            } else {
                remembered.add(kept);
            }
        }

        @Override
        public void close() {
            source.close();
        }
    }

    /** The block as floats, or null where they would not be the same numbers. */
    private static float @Nullable [][] exact(AudioBlock block) {
        float[][] floats = new float[block.channels()][block.frames()];
        for (int channel = 0; channel < floats.length; channel++) {
            double[] samples = block.channel(channel);
            float[] into = floats[channel];
            double off = 0;
            for (int i = 0; i < into.length; i++) {
                into[i] = (float) samples[i];
                off += Math.abs(into[i] - samples[i]);
            }
            if (off != 0) {
                return null;
            }
        }
        return floats;
    }

    private static final class FromMemory implements AudioSource {
        private final AudioFormat format;
        private final List<float[][]> remembered;
        private final long frames;
        private int next;
        private int taken;

        FromMemory(AudioFormat format, List<float[][]> remembered) {
            this.format = format;
            this.remembered = remembered;
            this.frames = remembered.stream().mapToLong(one -> one[0].length).sum();
        }

        @Override
        public AudioFormat format() {
            return format;
        }

        @Override
        public long statedFrames() {
            return frames;
        }

        @Override
        public boolean read(AudioBlock block) {
            int filled = 0;
            while (filled < block.capacity() && next < remembered.size()) {
                float[][] from = remembered.get(next);
                int count = Math.min(block.capacity() - filled, from[0].length - taken);
                for (int channel = 0; channel < from.length; channel++) {
                    float[] samples = from[channel];
                    double[] into = block.channel(channel);
                    for (int i = 0; i < count; i++) {
                        into[filled + i] = samples[taken + i];
                    }
                }
                filled += count;
                taken += count;
                if (taken == from[0].length) {
                    next++;
                    taken = 0;
                }
            }
            block.setFrames(filled);
            return filled > 0;
        }

        @Override
        public void close() {}
    }
}
