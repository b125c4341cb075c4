package io.auralis.engine.meter;

import static io.auralis.engine.audio.MemoryTrack.channel;
import static io.auralis.engine.audio.MemoryTrack.tone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.auralis.contracts.json.Json;
import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.MemoryTrack;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackMeterTest {
    private static final Meters SILENT = new Meters(
            Double.NEGATIVE_INFINITY,
            0,
            Double.NEGATIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            0);

    @Test
    void theFiltersAt48KilohertzAreTheStandardsTable() {
        KWeighting.Coefficients shelf = KWeighting.shelf(48_000);
        assertThat(new double[] {shelf.b0(), shelf.b1(), shelf.b2(), shelf.a1(), shelf.a2()})
                .containsExactly(
                        new double[] {
                            1.53512485958697, -2.69169618940638, 1.19839281085285, -1.69065929318241, 0.73248077421585
                        },
                        within(1e-14));
        KWeighting.Coefficients highPass = KWeighting.highPass(48_000);
        assertThat(new double[] {highPass.a1(), highPass.a2()})
                .containsExactly(new double[] {-1.99004745483398, 0.99007225036621}, within(1e-14));
    }

    @Test
    void silenceReadsNegativeInfinityAndIsNullInJson() {
        Meters meters = read(new MemoryTrack(44_100, new double[44_100], new double[44_100]), 4096);
        assertThat(meters).isEqualTo(SILENT);
        String json = Json.canonicalText(meters);
        assertThat(json)
                .isEqualTo("{\"crestDb\":0,\"integratedLufs\":null,\"loudnessRangeLu\":0,\"maxMomentaryLufs\":null,"
                        + "\"maxShortTermLufs\":null,\"truePeak16xDbtp\":null,\"truePeakDbtp\":null}");
        assertThat(Json.read(json.getBytes(StandardCharsets.UTF_8), Meters.class))
                .isEqualTo(meters);
    }

    @Test
    void metersReadBackFromJson() {
        Meters meters = new Meters(-14.25, 6.5, -11.5, -9.75, -1, -0.875, 12.125);
        String json = Json.canonicalText(meters);
        assertThat(json)
                .isEqualTo(
                        "{\"crestDb\":12.125,\"integratedLufs\":-14.25,\"loudnessRangeLu\":6.5,\"maxMomentaryLufs\":-9.75,"
                                + "\"maxShortTermLufs\":-11.5,\"truePeak16xDbtp\":-0.875,\"truePeakDbtp\":-1}");
        assertThat(Json.read(json.getBytes(StandardCharsets.UTF_8), Meters.class))
                .isEqualTo(meters);
    }

    @Test
    void aTrackWithoutAFrameReadsAsSilence() {
        assertThat(new TrackMeter(new AudioFormat(48_000, 2)).finish()).isEqualTo(SILENT);
    }

    @Test
    void aTrackUnder400MillisecondsHasAPeakButNoLoudness() {
        double[] tone = tone(48_000, 0.39, 1000, -6);
        Meters meters = read(new MemoryTrack(48_000, tone), 4096);
        assertThat(meters.integratedLufs()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(meters.truePeakDbtp()).isCloseTo(-6, within(0.1));
    }

    @Test
    void crestFactorIsThatOfTheWaveForm() {
        double[] sine = tone(48_000, 2, 1000, -12);
        double[] square = channel(48_000, 2, i -> i / 24 % 2 == 0 ? 0.25 : -0.25);
        assertThat(read(new MemoryTrack(48_000, sine, sine), 4096).crestDb()).isCloseTo(3.0103, within(1e-3));
        assertThat(read(new MemoryTrack(48_000, square), 4096).crestDb()).isCloseTo(0, within(1e-9));
        assertThat(read(new MemoryTrack(48_000, sine, new double[sine.length]), 4096)
                        .crestDb())
                .isCloseTo(6.0206, within(1e-3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 441, 1000, 65_536})
    void theReadingsDoNotDependOnTheBlockSize(int blockFrames) {
        Random random = new Random(7);
        double[] left = channel(44_100, 8, i -> 0.2 * random.nextGaussian());
        double[] right = channel(44_100, 8, i -> 0.1 * random.nextGaussian());
        MemoryTrack track = new MemoryTrack(44_100, left, right);
        Meters once = read(track, left.length);
        Meters meters = read(track, blockFrames);
        assertThat(meters.integratedLufs()).isCloseTo(once.integratedLufs(), within(1e-9));
        assertThat(meters.loudnessRangeLu()).isCloseTo(once.loudnessRangeLu(), within(1e-9));
        assertThat(meters.truePeakDbtp()).isCloseTo(once.truePeakDbtp(), within(1e-9));
        assertThat(meters.crestDb()).isCloseTo(once.crestDb(), within(1e-9));
    }

    @Test
    void aGainMovesLoudnessAndPeakByItself() {
        Random random = new Random(11);
        double[] noise = channel(44_100, 5, i -> 0.1 * random.nextGaussian());
        double[] louder = channel(44_100, 5, i -> 2 * noise[i]);
        Meters quiet = read(new MemoryTrack(44_100, noise), 4096);
        Meters loud = read(new MemoryTrack(44_100, louder), 4096);
        double gainDb = 20 * Math.log10(2);
        assertThat(loud.integratedLufs() - quiet.integratedLufs()).isCloseTo(gainDb, within(1e-6));
        assertThat(loud.truePeakDbtp() - quiet.truePeakDbtp()).isCloseTo(gainDb, within(1e-9));
        assertThat(loud.crestDb()).isCloseTo(quiet.crestDb(), within(1e-9));
    }

    @Test
    void theSafetyMeterReadsTonesToATwentiethOfADecibel() {
        int rate = 48_000;
        for (double fraction : new double[] {0.01, 0.1, 0.24, 0.31, 0.37, 0.41, 0.45, 0.46, 0.475}) {
            for (int seed = 0; seed < 4; seed++) {
                double phase = 0.7 * seed;
                double[] signal = channel(
                        rate,
                        0.2,
                        i -> 0.5
                                * Math.sin(2 * Math.PI * (fraction + 1e-5) * i + phase)
                                * Math.sin(Math.PI * i / (0.2 * rate)));
                assertThat(safety(signal)).as("%s fs", fraction).isCloseTo(-6.02, within(0.05));
            }
        }
    }

    /** The meters leave out work; what they leave out must not matter. */
    @Test
    void theMetersFindWhatATrialOfEveryPhaseFinds() {
        for (int seed = 0; seed < 60; seed++) {
            double[] signal = signal(seed);
            assertThat(safety(signal)).as("seed %s", seed).isCloseTo(every16(signal), within(1e-9));
            assertThat(heard(signal).truePeakDbtp())
                    .as("seed %s", seed)
                    .isCloseTo(20 * Math.log10(everyPhase(InterpolationFilter.STANDARD_4X, signal)), within(1e-9));
        }
    }

    /** Where most stretches are passed over. */
    @Test
    void theMetersFindShortPeaksInSilence() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double[] signal = new double[2_000];
            int length = 2 + random.nextInt(8);
            for (int at = random.nextInt(300); at + length < signal.length; at += 64 + random.nextInt(300)) {
                for (int i = 0; i < length; i++) {
                    signal[at + i] = (0.1 + 0.8 * at / signal.length) * (random.nextDouble() - 0.5);
                }
            }
            assertThat(safety(signal)).as("seed %s", seed).isCloseTo(every16(signal), within(1e-9));
        }
    }

    /** Clipped noise, tones up to near half the rate, or dull noise; rising, so that there are ever new peaks. */
    private static double[] signal(int seed) {
        Random random = new Random(seed);
        double[] hertz = random.doubles(6, 20, 23_500).toArray();
        double[] dull = new double[1];
        return channel(48_000, 0.1, i -> {
            double noise = 0.4 * random.nextGaussian();
            dull[0] += 0.3 * (noise - dull[0]);
            double tones = 0;
            for (double one : hertz) {
                tones += 0.15 * Math.sin(2 * Math.PI * one * i / 48_000 + one);
            }
            double made = seed % 3 == 0 ? Math.max(-0.7, Math.min(0.7, noise)) : seed % 3 == 1 ? tones : dull[0];
            return made * (i % 997 / 997.0);
        });
    }

    @Test
    void aPeakAtTheVeryLastSampleCounts() {
        double[] signal = new double[4000];
        signal[3999] = 0.9;
        assertThat(safety(signal)).isCloseTo(20 * Math.log10(0.9), within(1e-9));
        signal[3998] = 0.9;
        assertThat(safety(signal)).isGreaterThan(0);
    }

    @Test
    void aBlockOfAnotherFormatIsRefused() {
        TrackMeter meter = new TrackMeter(new AudioFormat(48_000, 2));
        assertThatThrownBy(() -> meter.accept(new AudioBlock(1, 16)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 channels");
    }

    private static double safety(double[] signal) {
        return heard(signal).safetyPeakDbtp();
    }

    private static TruePeakMeter heard(double[] signal) {
        TruePeakMeter meter = new TruePeakMeter(1);
        AudioBlock block = new AudioBlock(1, signal.length);
        System.arraycopy(signal, 0, block.channel(0), 0, signal.length);
        block.setFrames(signal.length);
        meter.accept(block);
        meter.finish();
        return meter;
    }

    /** The whole doubled signal first, then every fine phase of it. */
    private static double every16(double[] signal) {
        int length = InterpolationFilter.HALFWAY.taps();
        double[] doubled = new double[2 * (signal.length + 2 * length)];
        for (int i = 0; i < doubled.length / 2; i++) {
            doubled[2 * i] = at(signal, i - length);
            doubled[2 * i + 1] = reading(InterpolationFilter.HALFWAY, 1, signal, i - length - length / 2 + 1);
        }
        return 20 * Math.log10(everyPhase(InterpolationFilter.FINE_8X, doubled));
    }

    private static double everyPhase(InterpolationFilter filter, double[] signal) {
        double peak = 0;
        for (double sample : signal) {
            peak = Math.max(peak, Math.abs(sample));
        }
        for (int first = 1 - filter.taps(); first < signal.length; first++) {
            for (int phase = 0; phase < filter.phases(); phase++) {
                peak = Math.max(peak, Math.abs(reading(filter, phase, signal, first)));
            }
        }
        return peak;
    }

    private static double reading(InterpolationFilter filter, int phase, double[] signal, int first) {
        double sum = 0;
        for (int tap = 0; tap < filter.taps(); tap++) {
            sum += filter.phase(phase)[tap] * at(signal, first + tap);
        }
        return sum;
    }

    private static double at(double[] signal, int index) {
        return index < 0 || index >= signal.length ? 0 : signal[index];
    }

    private static Meters read(MemoryTrack track, int blockFrames) {
        TrackMeter meter = new TrackMeter(track.format());
        AudioBlock block = new AudioBlock(track.format().channels(), blockFrames);
        try (AudioSource source = track.open()) {
            while (source.read(block)) {
                meter.accept(block);
            }
        }
        return meter.finish();
    }
}
