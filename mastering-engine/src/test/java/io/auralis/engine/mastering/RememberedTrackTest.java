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

    private void read(RememberedTrack remembered, MemoryTrack track, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(Samples.of(remembered)).isDeepEqualTo(Samples.of(track));
        }
    }

    @Test
    void aTrackIsMadeOnce() {
        MemoryTrack of24Bits = track(1.0 / (1 << 23));
        MemoryTrack finer = track(1.0 / (1L << 30) + 1e-5);

        read(new RememberedTrack(counted(of24Bits), false, 8L * FRAMES), of24Bits, 3);
        assertThat(opened).hasValue(1);
        read(new RememberedTrack(counted(finer), false, 16L * FRAMES), finer, 3);
        assertThat(opened).hasValue(2);
    }

    /** Over many pieces, of both kinds, and their rows used again. */
    @Test
    void samplesThatNoFloatHoldsStandAmongOthers() {
        int frames = 300_000;
        double[] mixed = new double[frames];
        for (int i = 0; i < frames; i++) {
            boolean finer = i % 70_001 > 70_001 - 300 || i > 200_000 && i < 200_500;
            mixed[i] = (i % 32_768) / 32_768.0 + (finer ? 1e-12 : 0);
        }
        MemoryTrack track = new MemoryTrack(44_100, mixed, MemoryTrack.channel(44_100, frames / 44_100.0, i -> 0.25));

        for (int reading = 0; reading < 2; reading++) {
            read(new RememberedTrack(counted(track), true, 16L * frames), track, 2);
        }

        assertThat(opened).hasValue(2);
    }

    @Test
    void aTrackThatDoesNotFitIsMadeEachTime() {
        MemoryTrack of24Bits = track(1.0 / (1 << 23));
        MemoryTrack finer = track(1.0 / (1L << 30) + 1e-5);

        read(new RememberedTrack(counted(of24Bits), false, 8L * FRAMES - 1), of24Bits, 3);
        assertThat(opened).hasValue(3);
        read(new RememberedTrack(counted(finer), false, 16L * FRAMES - 1), finer, 3);
        assertThat(opened).hasValue(6);
    }

    @Test
    void aTrackThatIsRememberedOnceMoreIsMadeForEveryOtherReading() {
        MemoryTrack track = track(1.0 / (1 << 23));

        read(new RememberedTrack(counted(track), true, 8L * FRAMES), track, 5);

        assertThat(opened).hasValue(3);
    }

    @Test
    void aTrackBesideAnotherIsMadeOnceIfThereIsRoomForBoth() {
        MemoryTrack track = track(1.0 / (1 << 23));
        RememberedTrack other = new RememberedTrack(track, false, 16L * FRAMES);
        read(other, track, 1);

        read(RememberedTrack.beside(other, counted(track)), track, 3);

        assertThat(opened).hasValue(1);
    }

    @Test
    void aTrackBesideAnotherThatLeavesTooLittleRoomIsMadeEachTime() {
        MemoryTrack track = track(1.0 / (1 << 23));
        for (long room : new long[] {16L * FRAMES - 1, 8L * FRAMES - 1}) {
            RememberedTrack other = new RememberedTrack(track, false, room);
            read(other, track, 1);
            opened.set(0);

            read(RememberedTrack.beside(other, counted(track)), track, 3);

            assertThat(opened).hasValue(3);
        }
    }

    @Test
    void aReadingThatWasBrokenOffIsNotTakenForTheWhole() {
        MemoryTrack track = track(1.0 / (1 << 23));
        RememberedTrack remembered = new RememberedTrack(counted(track), false, 8L * FRAMES);
        remembered.open().close();

        read(remembered, track, 1);
    }
}
