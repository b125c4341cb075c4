package io.auralis.engine.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.media.Samples;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PassageTest {
    private static final int RATE_HZ = 8_000;

    private final SplittableRandom random = new SplittableRandom(3);

    private double[] noise(double seconds, double level) {
        return MemoryTrack.channel(RATE_HZ, seconds, i -> level * (2 * random.nextDouble() - 1));
    }

    private static double[] bassAlone(double seconds, double level) {
        return MemoryTrack.channel(RATE_HZ, seconds, i -> level * Math.sin(2 * Math.PI * 60 * i / RATE_HZ));
    }

    /** Loud bursts with rests between: more power than the steady passage. */
    private double[] bursts(double seconds) {
        double[] samples = noise(seconds, 1);
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= (i / RATE_HZ) % 3 == 1 ? 1 : 0.001;
        }
        return samples;
    }

    private static Optional<Passage> find(double[]... pieces) {
        MemoryTrack track = new MemoryTrack(RATE_HZ, MemoryTrack.join(pieces));
        PassageSearch search = new PassageSearch(track.format());
        AudioBlock block = new AudioBlock(1, 1_001);
        try (AudioSource source = track.open()) {
            while (source.read(block)) {
                search.accept(block);
            }
        }
        return search.finish();
    }

    @Test
    void the_passage_is_where_all_ranges_sound_all_the_time() {
        Passage passage = find(noise(30, 0.05), bassAlone(30, 0.9), noise(27, 0.3), bursts(30))
                .orElseThrow();
        assertThat(passage.startSeconds()).isBetween(60.0, 62.0);
        assertThat(passage.seconds()).isEqualTo(25);
    }

    @Test
    void of_a_short_track_all_is_the_passage_and_of_equal_ones_it_is_the_first() {
        assertThat(find(noise(12.5, 0.1))).contains(new Passage(0, 100_000, RATE_HZ));
        double[] second = noise(1, 0.1);
        double[][] many = new double[60][];
        Arrays.fill(many, second);
        assertThat(find(many).orElseThrow().startSeconds()).isLessThanOrEqualTo(1);
    }

    @Test
    void what_is_too_short_or_silent_has_none() {
        assertThat(find(noise(4.9, 0.5))).isEmpty();
        assertThat(find(noise(30, 0))).isEmpty();
        assertThat(find(noise(30, 1e-6))).isEmpty();
    }

    @Test
    void a_passage_is_read_to_the_frame_and_its_ends_are_faded() {
        double[] counting = MemoryTrack.channel(RATE_HZ, 3, i -> 1 + i);
        Passage passage = new Passage(5_003, 9_001, RATE_HZ);
        double[] read = Samples.of(new PassageTrack(new MemoryTrack(RATE_HZ, counting), passage))[0];
        assertThat(read).hasSize(9_001);
        assertThat(read[4_500]).isEqualTo(counting[5_003 + 4_500]);
        int fade = (int) (0.03 * RATE_HZ);
        assertThat(read[fade]).isEqualTo(counting[5_003 + fade]);
        assertThat(read[0]).isLessThan(0.001 * counting[5_003]);
        assertThat(read[9_000]).isLessThan(0.001 * counting[5_003 + 9_000]);
        assertThat(read[fade / 2] / counting[5_003 + fade / 2]).isCloseTo(0.5, within(0.01));
    }

    @Test
    void a_track_that_ends_within_the_passage_ends_it() {
        double[] samples = noise(2, 0.5);
        Passage passage = new Passage(12_000, 9_000, RATE_HZ);
        assertThat(Samples.of(new PassageTrack(new MemoryTrack(RATE_HZ, samples), passage))[0])
                .hasSize(4_000);
    }
}
