package io.auralis.engine.declip;

import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.AudioTrack;
import org.jspecify.annotations.Nullable;

/**
 * A track whose clipped samples are restored; all others are bit for bit as they are. It is restored while it is first read
 * to its end, and what was restored is kept for further readings, unless there is too much of it. Restored samples may be
 * over full scale. Not for use by two threads at once.
 */
public final class DeclippedTrack implements AudioTrack {
    private final AudioTrack track;
    private final Clipping clipping;
    private @Nullable Repairs repairs;
    private @Nullable Restored restored;

    /** @param clipping what the detector found in this very track */
    public DeclippedTrack(AudioTrack track, Clipping clipping) {
        this.track = track;
        this.clipping = clipping;
    }

    @Override
    public AudioSource open() {
        AudioSource source = track.open();
        Repairs known = repairs;
        if (known != null && !known.full()) {
            return new RepairedSource(source, known);
        }
        Repairs made = new Repairs(source.format().channels());
        return new RestoringSource(source, clipping, made, all -> {
            repairs = made;
            restored = all;
        });
    }

    /**
     * What was restored.
     *
     * @throws IllegalStateException before the track was once read to its end
     */
    public Restored restored() {
        Restored all = restored;
        if (all == null) {
            throw new IllegalStateException("the track was not yet read to its end");
        }
        return all;
    }
}
