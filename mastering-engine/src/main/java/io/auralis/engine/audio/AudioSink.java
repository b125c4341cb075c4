package io.auralis.engine.audio;

/** Where samples go. Closing before {@link #finish()} discards all that was written. */
public interface AudioSink extends AutoCloseable {
    /** Takes the block's frames; the block may be reused afterwards. */
    void write(AudioBlock block);

    /** Makes the result whole and visible under its final name, atomically. */
    void finish();

    @Override
    void close();
}
