package io.auralis.engine.audio;

/** Samples in order, read once; see {@link AudioTrack} to read again. */
public interface AudioSource extends AutoCloseable {
    AudioFormat format();

    /** Frames in all as the container states them, or -1 where it does not; for progress only. */
    long statedFrames();

    /**
     * Fills the block as far as there are frames. The block's channels must match the format.
     *
     * @return false at the end, when the block is left with 0 frames
     * @throws io.auralis.engine.media.MediaException if the input is damaged or unreadable
     */
    boolean read(AudioBlock block);

    @Override
    void close();
}
