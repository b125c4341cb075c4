package io.auralis.engine.audio;

/** Something that can be read from its beginning any number of times: a file, or samples in memory in tests. */
@FunctionalInterface
public interface AudioTrack {
    AudioSource open();
}
