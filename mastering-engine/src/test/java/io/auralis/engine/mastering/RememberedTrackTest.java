package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.engine.audio.AudioTrack;
import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.media.Samples;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RememberedTrackTest {
    private static final int FRAMES = 10_000;

    private final AtomicInteger opened = new AtomicInteger();

    private AudioTrack counted(MemoryTrack track) {
        return () -> {
            opened.incrementAndGet();
            return track.open();
        };
    }

    private static MemoryTrack track(double step) {
        return new MemoryTrack(
                44_100,
                MemoryTrack.channel(44_100, FRAMES / 44_100.0, i -> i * step),
                MemoryTrack.channel(44_100, FRAMES / 44_100.0, i -> -i * step));
    }

    @Test
    void aTrackOf24BitsIsDecodedOnce() {
        MemoryTrack track = track(1.0 / (1 << 23));
        RememberedTrack remembered = new RememberedTrack(counted(track), 8L * FRAMES);

        for (int i = 0; i < 3; i++) {
            assertThat(Samples.of(remembered)).isDeepEqualTo(Samples.of(track));
        }
        assertThat(opened).hasValue(1);
    }

    @Test
    void samplesThatAFloatDoesNotHoldAreDecodedEachTime() {
        MemoryTrack track = track(1.0 / (1L << 30) + 1e-5);
        RememberedTrack remembered = new RememberedTrack(counted(track), 8L * FRAMES);

        for (int i = 0; i < 3; i++) {
            assertThat(Samples.of(remembered)).isDeepEqualTo(Samples.of(track));
        }
        assertThat(opened).hasValue(3);
    }

    @Test
    void aTrackThatDoesNotFitIsDecodedEachTime() {
        MemoryTrack track = track(1.0 / (1 << 23));
        RememberedTrack remembered = new RememberedTrack(counted(track), 8L * FRAMES - 1);

        for (int i = 0; i < 3; i++) {
            assertThat(Samples.of(remembered)).isDeepEqualTo(Samples.of(track));
        }
        assertThat(opened).hasValue(3);
    }

    @Test
    void aReadingThatWasBrokenOffIsNotTakenForTheWhole() {
        MemoryTrack track = track(1.0 / (1 << 23));
        RememberedTrack remembered = new RememberedTrack(counted(track), 8L * FRAMES);
        remembered.open().close();

        assertThat(Samples.of(remembered)).isDeepEqualTo(Samples.of(track));
    }
}
