package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.AudioTrack;
import java.util.ArrayList;
import java.util.Arrays;
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
                .mapToLong(piece -> piece == null ? 0 : piece.bytes())
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
            } else if (!tooLong) {
                remember(Piece.of(block));
            }
            return any;
        }

        private void remember(Piece piece) {
            bytes += piece.bytes();
            if (bytes > mostBytes) {
                tooLong = true;
                pieces.clear();
            } else {
                pieces.add(piece);
            }
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

    /** Some frames: as floats where those are the same numbers, as of all codings up to 24 bits and of {@link SinglePrecision}, else as doubles. */
    private interface Piece {
        int frames();

        long bytes();

        void copy(int from, int count, AudioBlock into, int at);

        static Piece of(AudioBlock block) {
            Floats floats = Floats.exactly(block);
            if (floats != null) {
                return floats;
            }
            double[][] samples = new double[block.channels()][];
            for (int channel = 0; channel < samples.length; channel++) {
                samples[channel] = Arrays.copyOf(block.channel(channel), block.frames());
            }
            return new Doubles(samples);
        }
    }

    private record Floats(float[][] samples) implements Piece {
        static @Nullable Floats exactly(AudioBlock block) {
            float[][] floats = new float[block.channels()][block.frames()];
            for (int channel = 0; channel < floats.length; channel++) {
                if (!copied(block.channel(channel), floats[channel])) {
                    return null;
                }
            }
            return new Floats(floats);
        }

        /** Stops at the first stretch with another number: a track that is finer holds hardly any float. */
        private static boolean copied(double[] samples, float[] into) {
            int stretch = 64;
            for (int from = 0; from < into.length; from += stretch) {
                int to = Math.min(into.length, from + stretch);
                double off = 0;
                for (int i = from; i < to; i++) {
                    into[i] = (float) samples[i];
                    off += Math.abs(into[i] - samples[i]);
                }
                if (off != 0) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int frames() {
            return samples[0].length;
        }

        @Override
        public long bytes() {
            return (long) samples.length * frames() * Float.BYTES;
        }

        @Override
        public void copy(int from, int count, AudioBlock into, int at) {
            for (int channel = 0; channel < samples.length; channel++) {
                float[] of = samples[channel];
                double[] to = into.channel(channel);
                for (int i = 0; i < count; i++) {
                    to[at + i] = of[from + i];
                }
            }
        }
    }

    private record Doubles(double[][] samples) implements Piece {
        @Override
        public int frames() {
            return samples[0].length;
        }

        @Override
        public long bytes() {
            return (long) samples.length * frames() * Double.BYTES;
        }

        @Override
        public void copy(int from, int count, AudioBlock into, int at) {
            for (int channel = 0; channel < samples.length; channel++) {
                System.arraycopy(samples[channel], from, into.channel(channel), at, count);
            }
        }
    }
}
