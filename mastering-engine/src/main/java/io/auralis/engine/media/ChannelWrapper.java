package io.auralis.engine.media;

import java.nio.channels.SeekableByteChannel;

/** Puts something between the writer and its file; tests put a disk that is full there. */
@FunctionalInterface
interface ChannelWrapper {
    ChannelWrapper NONE = channel -> channel;

    SeekableByteChannel wrap(SeekableByteChannel channel);
}
