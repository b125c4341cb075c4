package io.auralis.engine.declip;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.AudioTrack;
import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.media.Samples;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclippedTrackTest {
    private static final int RATE_HZ = 44_100;
    private static final double SECONDS = 5;

    /** A row of decaying partials over a noise: peaks as music has them, no two the same. */
    private static double[] music(int rateHz, long seed) {
        Random random = new Random(seed);
        double[] channel = MemoryTrack.channel(rateHz, SECONDS, i -> 0.003 * random.nextGaussian());
        for (int note = 0; note < 60; note++) {
            int start = random.nextInt(channel.length);
            double hertz = 60 * Math.pow(2, 5 * random.nextDouble());
            double level = 0.05 + 0.3 * random.nextDouble();
            double phase = 6 * random.nextDouble();
            for (int i = start; i < channel.length; i++) {
                double seconds = (double) (i - start) / rateHz;
                channel[i] += level
                        * Math.exp(-3 * seconds)
                        * (1 - Math.exp(-400 * seconds))
                        * Math.sin(2 * Math.PI * hertz * seconds + phase);
            }
        }
        return channel;
    }

    private static double peak(double[] samples) {
        double peak = 0;
        for (double sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    private static double[] clipped(double[] samples, double level) {
        double[] clipped = samples.clone();
        for (int i = 0; i < clipped.length; i++) {
            clipped[i] = Math.max(-level, Math.min(level, clipped[i]));
        }
        return clipped;
    }

    private static double[] scaled(double[] samples, double ratio) {
        double[] scaled = samples.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= ratio;
        }
        return scaled;
    }

    private static Clipping detect(AudioTrack track) {
        try (AudioSource source = track.open()) {
            ClipDetector detector = new ClipDetector(source.format().channels());
            AudioBlock block = new AudioBlock(source.format().channels(), 1_000);
            while (source.read(block)) {
                detector.accept(block);
            }
            return detector.finish();
        }
    }

    /** How many dB less the clipped samples are off than they were. */
    private static double gainedDb(double[] whole, double[] clipped, double[] restored) {
        double before = 0;
        double after = 0;
        for (int i = 0; i < whole.length; i++) {
            if (clipped[i] != whole[i]) {
                before += Math.pow(whole[i] - clipped[i], 2);
                after += Math.pow(whole[i] - restored[i], 2);
            }
        }
        return 10 * Math.log10(before / after);
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 96_000})
    void clippedSamplesComeBackAndAllOthersAreBitForBitAsTheyWere(int rateHz) {
        double[] left = music(rateHz, 1);
        double[] right = music(rateHz, 2);
        double level = 0.5 * peak(left);
        MemoryTrack track = new MemoryTrack(rateHz, clipped(left, level), clipped(right, level));
        double[][] given = Samples.of(track);
        Clipping clipping = detect(track);
        DeclippedTrack declipped = new DeclippedTrack(track, clipping);

        double[][] restored = Samples.of(declipped);

        assertThat(gainedDb(left, given[0], restored[0])).isGreaterThan(15);
        assertThat(gainedDb(right, given[1], restored[1])).isGreaterThan(15);
        long changed = 0;
        double highest = 0;
        for (int channel = 0; channel < 2; channel++) {
            assertThat(restored[channel]).hasSameSizeAs(given[channel]);
            for (int i = 0; i < given[channel].length; i++) {
                boolean atLevel = Math.abs(given[channel][i]) >= level * 0.998;
                if (restored[channel][i] != given[channel][i]) {
                    assertThat(atLevel).isTrue();
                    assertThat(Math.abs(restored[channel][i])).isGreaterThan(Math.abs(given[channel][i]));
                    changed++;
                    highest = Math.max(highest, Math.abs(restored[channel][i]));
                }
            }
        }
        assertThat(declipped.restored().samples()).isEqualTo(clipping.samples()).isGreaterThanOrEqualTo(changed);
        assertThat(declipped.restored().stretches()).isBetween(20L, changed);
        assertThat(declipped.restored().highestPeakDbfs()).isEqualTo(20 * Math.log10(highest));
    }

    @Test
    void aTrackThatWasTurnedDownAndRoundedTo16BitsIsFoundToo() {
        double[] whole = scaled(music(RATE_HZ, 3), 0.3);
        double level = 0.5 * peak(whole);
        double[] quiet = clipped(whole, level);
        Random random = new Random(4);
        for (int i = 0; i < quiet.length; i++) {
            quiet[i] = Math.rint(quiet[i] * 32_768 + random.nextDouble() - random.nextDouble()) / 32_768;
        }
        MemoryTrack track = new MemoryTrack(RATE_HZ, quiet);

        Clipping clipping = detect(track);

        assertThat(clipping.upper().get(0).from()).isBetween(level * 0.998, level);
        assertThat(clipping.lower().get(0).to()).isBetween(-level, -level * 0.998);
        double[][] restored = Samples.of(new DeclippedTrack(track, clipping));
        assertThat(gainedDb(whole, quiet, restored[0])).isGreaterThan(12);
    }

    /** A click that came in later, at the begin or the end, whichever the detector hears first. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void aHigherClickDoesNotHideTheLevel(double where) {
        double[] whole = music(RATE_HZ, 7);
        double level = 0.5 * peak(whole);
        double[] clicked = clipped(whole, level);
        clicked[(int) (where * (clicked.length - 1))] = 1.99 * level;

        Clipping clipping = detect(new MemoryTrack(RATE_HZ, clicked));

        assertThat(clipping.upper().get(0).from()).isBetween(level * 0.998, level);
        assertThat(clipping.lower().get(0).to()).isBetween(-level, -level * 0.998);
    }

    @Test
    void onlyTheSideOfZeroThatWasCutOffIsFound() {
        double[] whole = music(RATE_HZ, 5);
        double level = 0.5 * peak(whole);
        double[] above = whole.clone();
        for (int i = 0; i < above.length; i++) {
            above[i] = Math.min(level, above[i]);
        }

        Clipping clipping = detect(new MemoryTrack(RATE_HZ, above, whole));

        assertThat(clipping.upper().get(0).found()).isTrue();
        assertThat(clipping.lower().get(0).found()).isFalse();
        assertThat(clipping.upper().get(1).found()).isFalse();
    }

    @Test
    void musicToneAndSilenceAreNotTakenForClipped() {
        assertThat(detect(new MemoryTrack(RATE_HZ, music(RATE_HZ, 6))).found()).isFalse();
        for (double hertz : new double[] {30, 50, 441, 1_000, 11_025}) {
            assertThat(detect(new MemoryTrack(RATE_HZ, MemoryTrack.tone(RATE_HZ, 2, hertz, -1)))
                            .found())
                    .as("%s Hz", hertz)
                    .isFalse();
        }
        assertThat(detect(new MemoryTrack(RATE_HZ, new double[RATE_HZ])).found())
                .isFalse();
    }

    /** The longer the tops, the fewer there are to a sample at the level. */
    @ParameterizedTest
    @ValueSource(ints = {44_100, 192_000})
    void heavyClippingIsFoundOnEverySide(int rateHz) {
        double[] whole = music(rateHz, 8);
        double[] other = music(rateHz, 9);
        double level = 0.1 * peak(whole);

        Clipping clipping = detect(new MemoryTrack(rateHz, clipped(whole, level), clipped(other, level)));

        assertThat(clipping.upper()).allMatch(ClipLevel::found);
        assertThat(clipping.lower()).allMatch(ClipLevel::found);
    }

    @Test
    void aBassThatIsCutOffIsFound() {
        double[] bass = MemoryTrack.channel(
                RATE_HZ,
                SECONDS,
                i -> Math.sin(2 * Math.PI * 60 * i / RATE_HZ) + Math.sin(2 * Math.PI * 61 * i / RATE_HZ));

        assertThat(detect(new MemoryTrack(RATE_HZ, clipped(bass, 1))).found()).isTrue();
    }

    /** Between the steps of few bits there is nothing, so that each step stands out. */
    @ParameterizedTest
    @ValueSource(doubles = {0.08, 0.25, 0.7})
    void fewBitsAreNotTakenForClipped(double peak) {
        double[] whole = music(RATE_HZ, 10);
        double[] coarse = scaled(whole, peak / peak(whole));
        for (int i = 0; i < coarse.length; i++) {
            coarse[i] = Math.rint(coarse[i] * 128) / 128;
        }

        assertThat(detect(new MemoryTrack(RATE_HZ, coarse)).found()).isFalse();
    }

    @Test
    void whatIsAStepUnderTheLevelIsNotTakenForClipped() {
        double[] whole = music(RATE_HZ, 11);
        double[] steps = scaled(whole, 65_536 / peak(whole));
        double[] given = new double[steps.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Math.rint(steps[i]);
            given[i] = Math.max(-32_768, Math.min(32_767, steps[i])) / 32_768;
        }
        MemoryTrack track = new MemoryTrack(RATE_HZ, given);

        double[] restored = Samples.of(new DeclippedTrack(track, detect(track)))[0];

        int near = 0;
        for (int i = 0; i < steps.length; i++) {
            if (steps[i] > -32_768 && steps[i] < 32_767) {
                assertThat(restored[i]).isEqualTo(given[i]);
                near += Math.abs(steps[i]) > 32_740 ? 1 : 0;
            }
        }
        assertThat(near).as("the test needs samples just under the level").isPositive();
    }

    @Test
    void aSquareWaveHasNoPeaksToRestore() {
        MemoryTrack track =
                new MemoryTrack(RATE_HZ, MemoryTrack.channel(RATE_HZ, 2, i -> i / 1_000 % 2 == 0 ? 0.5 : -0.5));

        DeclippedTrack declipped = new DeclippedTrack(track, detect(track));

        assertThat(Samples.of(declipped)).isDeepEqualTo(Samples.of(track));
        assertThat(declipped.restored().samples()).isZero();
    }

    @Test
    void aSecondReadingGivesTheSameSamples() {
        double[] whole = music(RATE_HZ, 7);
        MemoryTrack track = new MemoryTrack(RATE_HZ, clipped(whole, 0.4 * peak(whole)), whole);
        DeclippedTrack declipped = new DeclippedTrack(track, detect(track));
        declipped.open().close();

        double[][] first = Samples.of(declipped);

        assertThat(Samples.of(declipped)).isDeepEqualTo(first);
        assertThat(first).isNotEqualTo(Samples.of(track));
    }
}
