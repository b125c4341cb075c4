package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.AudioTrack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
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
                if (piece != null) {
                    piece.close();
                }
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
                    leave(piece);
                }
            }
            block.setFrames(filled);
            return filled > 0;
        }

        private void leave(Piece piece) {
            if (onceMore) {
                pieces.set(next, null);
                piece.letGo();
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
        private final int capacity;
        private int frames;

        Piece(int capacity) {
            this.capacity = capacity;
        }

        /** An empty one of the kind that a block's next frames need. */
        static Piece beginningWith(AudioBlock block, int from) {
            return Floats.hold(block, from)
                    ? new Floats(block.channels())
                    : new Doubles(block.channels(), block.frames() - from);
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

    private static final class Floats extends Piece {
        /** So long that the launcher's JVM makes the rows where they stay, instead of copying them there in many pauses. */
        static final int CAPACITY = 32_768;

        /** Whoever reads a piece for the last time mostly makes another one of the same length at once. */
        private static final BlockingQueue<float[]> USED_ROWS = new ArrayBlockingQueue<>(32);

        private static final int STRETCH = 64;

        private final float[][] samples;

        Floats(int channels) {
            super(CAPACITY);
            this.samples = new float[channels][];
            Arrays.setAll(samples, channel -> {
                float[] used = USED_ROWS.poll();
                return used == null ? new float[CAPACITY] : used;
            });
        }

        /** Whether the next frames are floats. */
        static boolean hold(AudioBlock block, int from) {
            float[] kept = new float[STRETCH];
            int count = Math.min(STRETCH, block.frames() - from);
            for (int channel = 0; channel < block.channels(); channel++) {
                if (keep(block.channel(channel), from, kept, 0, count) < count) {
                    return false;
                }
            }
            return true;
        }

        /** Copies samples, up to the first stretch in which one is no float. */
        private static int keep(double[] of, int from, float[] to, int at, int count) {
            for (int begin = 0; begin < count; begin += STRETCH) {
                int end = Math.min(count, begin + STRETCH);
                double off = 0;
                double offToo = 0;
                int i = begin;
                // Two sums, as one would wait for itself.
                for (; i + 1 < end; i += 2) {
                    float one = (float) of[from + i];
                    float two = (float) of[from + i + 1];
                    to[at + i] = one;
                    to[at + i + 1] = two;
                    off += Math.abs(one - of[from + i]);
                    offToo += Math.abs(two - of[from + i + 1]);
                }
                if (i < end) {
                    to[at + i] = (float) of[from + i];
                    off += Math.abs(to[at + i] - of[from + i]);
                }
                if (off != 0 || offToo != 0) {
                    return begin;
                }
            }
            return count;
        }

        @Override
        long bytesPerFrame() {
            return (long) samples.length * Float.BYTES;
        }

        @Override
        int put(AudioBlock block, int from, int at, int count) {
            int kept = count;
            for (int channel = 0; channel < samples.length; channel++) {
                kept = keep(block.channel(channel), from, samples[channel], at, kept);
            }
            return kept;
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

        @Override
        void close() {
            for (int channel = 0; frames() < CAPACITY && channel < samples.length; channel++) {
                float[] row = samples[channel];
                samples[channel] = Arrays.copyOf(row, frames());
                USED_ROWS.offer(row);
            }
        }

        @Override
        void letGo() {
            for (float[] row : samples) {
                if (row.length == CAPACITY) {
                    USED_ROWS.offer(row);
                }
            }
        }
    }

    private static final class Doubles extends Piece {
        private final double[][] samples;

        Doubles(int channels, int capacity) {
            super(capacity);
            this.samples = new double[channels][capacity];
        }

        @Override
        long bytesPerFrame() {
            return (long) samples.length * Double.BYTES;
        }

        @Override
        int put(AudioBlock block, int from, int at, int count) {
            for (int channel = 0; channel < samples.length; channel++) {
                System.arraycopy(block.channel(channel), from, samples[channel], at, count);
            }
            return count;
        }

        @Override
        void copy(int from, int count, AudioBlock into, int at) {
            for (int channel = 0; channel < samples.length; channel++) {
                System.arraycopy(samples[channel], from, into.channel(channel), at, count);
            }
        }

        @Override
        void close() {}

        @Override
        void letGo() {}
    }
}
