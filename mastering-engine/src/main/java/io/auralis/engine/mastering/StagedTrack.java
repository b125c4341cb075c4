package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.AudioTrack;
import java.util.List;
import java.util.function.Supplier;

/**
 * A track as it comes out of stages.
 *
 * @param track what goes in
 * @param stages fresh ones for each reading, since they keep state
 */
record StagedTrack(AudioTrack track, Supplier<List<Stage>> stages) implements AudioTrack {
    @Override
    public AudioSource open() {
        AudioSource source = track.open();
        Chain chain = new Chain(source, stages.get());
        return new AudioSource() {
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
                return chain.next(block);
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }
}
