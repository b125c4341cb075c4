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
    private final List<@Nullable RememberedPiece> pieces = new ArrayList<>();
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
        private @Nullable RememberedPiece last;
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
            RememberedPiece piece = last;
            int taken = piece == null ? 0 : piece.take(block, from);
            if (piece == null || taken == 0) {
                if (piece != null) {
                    piece.close();
                }
                piece = RememberedPiece.beginningWith(block, from);
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
                RememberedPiece piece = pieces.get(next);
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

        private void leave(RememberedPiece piece) {
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
}
