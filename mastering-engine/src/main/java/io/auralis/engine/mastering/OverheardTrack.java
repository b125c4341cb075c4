package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.AudioTrack;
import java.util.function.Consumer;

/** A track of whose first reading somebody else hears every block, as it is before any stage. */
final class OverheardTrack implements AudioTrack {
    private final AudioTrack track;
    private final Consumer<AudioBlock> hears;
    private boolean heard;

    OverheardTrack(AudioTrack track, Consumer<AudioBlock> hears) {
        this.track = track;
        this.hears = hears;
    }

    @Override
    public AudioSource open() {
        AudioSource source = track.open();
        if (heard) {
            return source;
        }
        heard = true;
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
                boolean any = source.read(block);
                if (any) {
                    hears.accept(block);
                }
                return any;
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }
}
