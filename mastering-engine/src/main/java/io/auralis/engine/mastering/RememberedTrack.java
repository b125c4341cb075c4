package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.AudioTrack;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A track that is made once, decoded or run through stages, and then read from memory, if it is short enough: mastering
 * reads it several times. One that does not fit is made anew each time. Not for use by two threads at once.
 */
final class RememberedTrack implements AudioTrack {
    /** Ten minutes of stereo at 44.1 kHz in single precision: the whole program stays under 500 MB. */
    private static final long MOST_BYTES = 212L << 20;
    /** Of a small heap no more than this part. */
    private static final int PART_OF_HEAP = 4;

    private final AudioTrack track;
    private final long mostBytes;
    private final boolean onceMore;
    private final List<@Nullable Piece> pieces = new ArrayList<>();
    private @Nullable AudioFormat format;
    private boolean complete;
    private boolean tooLong;

    RememberedTrack(AudioTrack track, boolean onceMore, long mostBytes) {
        this.track = track;
        this.onceMore = onceMore;
        this.mostBytes = mostBytes;
    }

    private static long mostBytes() {
        return Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /** Remembered for as long as this is kept. */
    static RememberedTrack of(AudioTrack track) {
        return new RememberedTrack(track, false, mostBytes());
    }

    /** Remembered for as long as this is kept, if there is room for it beside one that was read. */
    static RememberedTrack beside(RememberedTrack other, AudioTrack track) {
        return new RememberedTrack(track, false, other.tooLong ? 0 : other.mostBytes - other.bytes());
    }

    /** Remembered for a second reading, which lets go of it piece by piece. */
    static RememberedTrack onceMore(AudioTrack track) {
        return new RememberedTrack(track, true, mostBytes());
    }

    private long bytes() {
        return pieces.stream()
                .mapToLong(piece -> piece == null ? 0 : piece.frames() * piece.bytesPerFrame())
                .sum();
    }

    @Override
    public AudioSource open() {
        AudioFormat known = format;
        if (complete && known != null) {
            complete = !onceMore;
            return new FromMemory(known);
        }
        AudioSource source = track.open();
        format = source.format();
        pieces.clear();
        return tooLong ? source : new Remembering(source);
    }

    private final class Remembering implements AudioSource {
        private final AudioSource source;
        private @Nullable Piece last;
        private long bytes;

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
                complete = !tooLong;
            } else {
                for (int from = 0; from < block.frames() && !tooLong; ) {
                    from += remember(block, from);
                }
            }
            return any;
        }

        /** @return how many frames were remembered, at least one */
        private int remember(AudioBlock block, int from) {
            Piece piece = last;
            int taken = piece == null ? 0 : piece.take(block, from);
            if (piece == null || taken == 0) {
                piece = Piece.beginningWith(block, from);
                pieces.add(piece);
                last = piece;
                taken = piece.take(block, from);
            }
            bytes += taken * piece.bytesPerFrame();
            if (bytes > mostBytes) {
                tooLong = true;
                pieces.clear();
            }
            return taken;
        }

        @Override
        public void close() {
            source.close();
        }
    }

    private final class FromMemory implements AudioSource {
        private final AudioFormat format;
        private final long frames;
        private int next;
        private int taken;

        FromMemory(AudioFormat format) {
            this.format = format;
            this.frames = pieces.stream()
                    .mapToLong(piece -> piece == null ? 0 : piece.frames())
                    .sum();
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
            while (filled < block.capacity() && next < pieces.size()) {
                Piece piece = pieces.get(next);
                if (piece == null) {
                    throw new IllegalStateException("the track was remembered for one reading, which has begun");
                }
                int count = Math.min(block.capacity() - filled, piece.frames() - taken);
                piece.copy(taken, count, block, filled);
                filled += count;
                taken += count;
                if (taken == piece.frames()) {
                    leave();
                }
            }
            block.setFrames(filled);
            return filled > 0;
        }

        private void leave() {
            if (onceMore) {
                pieces.set(next, null);
            }
            next++;
            taken = 0;
        }

        @Override
        public void close() {}
    }

    /**
     * Some frames: as floats where those are the same numbers, as of all codings up to 24 bits and of {@link
     * SinglePrecision}, else as doubles.
     */
    private abstract static class Piece {
        /** So long that the launcher's JVM makes the rows where they stay, instead of copying them there in many pauses. */
        static final int CAPACITY = 32_768;

        private int frames;

        /** An empty one of the kind that a block's next frames need. */
        static Piece beginningWith(AudioBlock block, int from) {
            return Floats.exact(block, from) > 0 ? new Floats(block.channels()) : new Doubles(block.channels());
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
            int count = Math.min(keepable(block, from), CAPACITY - frames);
            put(block, from, frames, count);
            frames += count;
            return count;
        }

        abstract long bytesPerFrame();

        abstract int keepable(AudioBlock block, int from);

        abstract void put(AudioBlock block, int from, int at, int count);

        abstract void copy(int from, int count, AudioBlock into, int at);
    }

    private static final class Floats extends Piece {
        private static final int STRETCH = 64;

        private final float[][] samples;

        Floats(int channels) {
            this.samples = new float[channels][CAPACITY];
        }

        /** How many frames are floats, up to the first stretch with another number. */
        static int exact(AudioBlock block, int from) {
            int exact = block.frames() - from;
            for (int channel = 0; channel < block.channels(); channel++) {
                exact = exact(block.channel(channel), from, exact);
            }
            return exact;
        }

        private static int exact(double[] samples, int begin, int count) {
            for (int from = begin; from < begin + count; from += STRETCH) {
                int to = Math.min(begin + count, from + STRETCH);
                double off = 0;
                for (int i = from; i < to; i++) {
                    off += Math.abs((float) samples[i] - samples[i]);
                }
                if (off != 0) {
                    return from - begin;
                }
            }
            return count;
        }

        @Override
        long bytesPerFrame() {
            return (long) samples.length * Float.BYTES;
        }

        @Override
        int keepable(AudioBlock block, int from) {
            return exact(block, from);
        }

        @Override
        void put(AudioBlock block, int from, int at, int count) {
            for (int channel = 0; channel < samples.length; channel++) {
                double[] of = block.channel(channel);
                float[] to = samples[channel];
                for (int i = 0; i < count; i++) {
                    to[at + i] = (float) of[from + i];
                }
            }
        }

        @Override
        void copy(int from, int count, AudioBlock into, int at) {
            for (int channel = 0; channel < samples.length; channel++) {
                float[] of = samples[channel];
                double[] to = into.channel(channel);
                for (int i = 0; i < count; i++) {
                    to[at + i] = of[from + i];
                }
            }
        }
    }

    private static final class Doubles extends Piece {
        private final double[][] samples;

        Doubles(int channels) {
            this.samples = new double[channels][CAPACITY];
        }

        @Override
        long bytesPerFrame() {
            return (long) samples.length * Double.BYTES;
        }

        @Override
        int keepable(AudioBlock block, int from) {
            return block.frames() - from;
        }

        @Override
        void put(AudioBlock block, int from, int at, int count) {
            for (int channel = 0; channel < samples.length; channel++) {
                System.arraycopy(block.channel(channel), from, samples[channel], at, count);
            }
        }

        @Override
        void copy(int from, int count, AudioBlock into, int at) {
            for (int channel = 0; channel < samples.length; channel++) {
                System.arraycopy(samples[channel], from, into.channel(channel), at, count);
            }
        }
    }
}
