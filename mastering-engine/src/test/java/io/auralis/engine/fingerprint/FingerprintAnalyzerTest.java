package io.auralis.engine.fingerprint;

import static io.auralis.contracts.fingerprint.FingerprintDimension.*;
import static io.auralis.engine.audio.MemoryTrack.channel;
import static io.auralis.engine.audio.MemoryTrack.join;
import static io.auralis.engine.audio.MemoryTrack.tone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.audio.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals whose figures are known in closed form. */
class FingerprintAnalyzerTest {
    private static final int RATE = 44_100;

    @ParameterizedTest
    @CsvSource({
        "35, SUB_BASS_PCT",
        "122, BASS_PCT",
        "354, LOW_MID_PCT",
        "1000, MID_PCT",
        "2828, UPPER_MID_PCT",
        "4899, PRESENCE_PCT",
        "10954, AIR_PCT"
    })
    void aToneLiesInItsBand(double hertz, FingerprintDimension band) {
        Fingerprint fingerprint = analyze(tone(RATE, 3, hertz, -12));
        assertThat(fingerprint.value(band)).isGreaterThan(0.999);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 22_050, 44_100, 48_000, 96_000})
    void bandSharesSumToOne(int rate) {
        Fingerprint fingerprint = analyze(rate, noise(1, rate, 2, 0.1));
        assertThat(bands(fingerprint).stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void whiteNoiseFillsTheBandsByTheirWidth() {
        Fingerprint fingerprint = analyze(noise(2, RATE, 20, 0.1));
        double[] widths = {40, 190, 250, 1500, 2000, 2000, 14_000};
        List<Double> bands = bands(fingerprint);
        for (int i = 0; i < widths.length; i++) {
            assertThat(bands.get(i)).isCloseTo(widths[i] / 19_980, within(0.1 * widths[i] / 19_980 + 2e-4));
        }
    }

    @Test
    void bassMidRatioIsTheLevelDifferenceInDecibels() {
        double[] bass = tone(RATE, 3, 122, -12);
        double[] mid = tone(RATE, 3, 1000, -18);
        assertThat(analyze(sum(bass, mid)).value(BASS_MID_RATIO)).isCloseTo(6, within(0.01));
        assertThat(analyze(sum(tone(RATE, 3, 122, -18), tone(RATE, 3, 354, -12)))
                        .value(BASS_MID_RATIO))
                .isCloseTo(-6, within(0.01));
        assertThat(analyze(bass).value(BASS_MID_RATIO)).isEqualTo(60);
        assertThat(analyze(mid).value(BASS_MID_RATIO)).isEqualTo(-60);
    }

    @Test
    void loudnessAndCrestAreTheMeters() {
        MemoryTrack track = new MemoryTrack(RATE, tone(RATE, 5, 1000, -23), tone(RATE, 5, 1000, -23));
        TrackAnalysis analysis = TrackAnalysis.of(track, Progress.NONE);
        assertThat(analysis.fingerprint().value(LUFS)).isCloseTo(-23, within(0.1));
        assertThat(analysis.fingerprint().value(LUFS))
                .isCloseTo(analysis.meters().integratedLufs(), within(1e-4));
        assertThat(analysis.fingerprint().value(CREST_DB)).isCloseTo(3.01, within(0.01));
        assertThat(analysis.fingerprint().value(CREST_DB))
                .isCloseTo(analysis.meters().crestDb(), within(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"44100, 1000", "44100, 5000", "48000, 3000", "96000, 3000", "22050, 3000"})
    void aTonesCentroidAndRolloffAreItsFrequency(int rate, double hertz) {
        Fingerprint fingerprint = analyze(rate, tone(rate, 2, hertz, -12));
        assertThat(fingerprint.value(SPECTRAL_CENTROID)).isCloseTo(hertz, within(0.02 * hertz));
        assertThat(fingerprint.value(SPECTRAL_ROLLOFF)).isCloseTo(hertz, within(2.0 * rate / 1024));
    }

    @Test
    void theCentroidIsWeighedByMagnitudeNotByPower() {
        // Magnitudes 2 to 1: (2 * 1000 + 1 * 4000) / 3. By power it would be 1600 Hz.
        Fingerprint fingerprint = analyze(sum(tone(RATE, 3, 1000, -12), tone(RATE, 3, 4000, -18.0206)));
        assertThat(fingerprint.value(SPECTRAL_CENTROID)).isCloseTo(2000, within(40.0));
    }

    @Test
    void whiteNoisesCentroidRolloffAndFlatnessAreThoseOfAFlatSpectrum() {
        Fingerprint fingerprint = analyze(noise(3, RATE, 10, 0.1));
        assertThat(fingerprint.value(SPECTRAL_CENTROID)).isCloseTo(10_010, within(100.0));
        assertThat(fingerprint.value(SPECTRAL_ROLLOFF)).isCloseTo(20 + 0.85 * 19_980, within(200.0));
        // The geometric mean of an exponential variable is exp(-Euler's constant) of its arithmetic mean.
        assertThat(fingerprint.value(SPECTRAL_FLATNESS)).isCloseTo(Math.exp(-0.5772), within(0.02));
        assertThat(analyze(tone(RATE, 2, 1000, -12)).value(SPECTRAL_FLATNESS)).isLessThan(1e-4);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 60, 75, 90, 100, 110, 120, 128, 140, 155, 170, 180, 190, 200})
    void aClickTrainHasItsTempo(int bpm) {
        Fingerprint fingerprint = analyze(clicks(RATE, 30, bpm, 0));
        assertThat(fingerprint.value(TEMPO_BPM)).isCloseTo(bpm, within(0.01 * bpm));
        assertThat(fingerprint.value(RHYTHM_STABILITY)).isGreaterThan(0.97);
        assertThat(fingerprint.value(TRANSIENT_DENSITY)).isCloseTo(bpm / 60.0, within(0.1));
    }

    @Test
    void anUnsteadyBeatIsLessStable() {
        double steady = analyze(clicks(RATE, 30, 120, 0)).value(RHYTHM_STABILITY);
        double unsteady = analyze(clicks(RATE, 30, 120, 0.06)).value(RHYTHM_STABILITY);
        assertThat(unsteady).isLessThan(steady - 0.03);
    }

    @Test
    void steadyNoiseAndASteadyToneHaveNoTempoAndNoOnsets() {
        for (double[] signal : List.of(noise(4, RATE, 20, 0.1), tone(RATE, 20, 440, -12))) {
            Fingerprint fingerprint = analyze(signal);
            assertThat(fingerprint.value(TEMPO_BPM)).isZero();
            assertThat(fingerprint.value(RHYTHM_STABILITY)).isZero();
            assertThat(fingerprint.value(TRANSIENT_DENSITY)).isLessThan(0.1);
        }
    }

    @Test
    void aStrokeThatStandsOutOfADenseMixCountsAndAFlutterDoesNot() {
        double[] dense = noise(18, RATE, 10, 0.05);
        // Twice a second the noise is louder for 60 ms; the rise is spread over the frames that overlap its start.
        double[] strokes = channel(RATE, 10, i -> i % (RATE / 2) < RATE * 0.06 ? dense[i] * 3.2 : dense[i]);
        double[] flutter = channel(RATE, 10, i -> i % (RATE / 2) < RATE * 0.06 ? dense[i] * 1.1 : dense[i]);
        assertThat(analyze(strokes).value(TRANSIENT_DENSITY)).isCloseTo(2, within(0.15));
        assertThat(analyze(flutter).value(TRANSIENT_DENSITY)).isLessThan(0.3);
    }

    @Test
    void silenceRatioIsTheShareOfSilence() {
        double[] sound = noise(5, RATE, 3, 0.1);
        double[] soft = noise(6, RATE, 1, 0.1 * Math.pow(10, -50 / 20.0));
        double[] lessSoft = noise(6, RATE, 1, 0.1 * Math.pow(10, -30 / 20.0));
        assertThat(analyze(join(sound, soft)).value(SILENCE_RATIO)).isCloseTo(0.25, within(0.015));
        assertThat(analyze(join(sound, lessSoft)).value(SILENCE_RATIO)).isZero();
        assertThat(analyze(join(sound, new double[RATE])).value(SILENCE_RATIO)).isCloseTo(0.25, within(0.015));
    }

    @Test
    void tonesAreHarmonicAndClicksPercussive() {
        assertThat(analyze(tone(RATE, 5, 440, -12)).value(HARMONIC_RATIO)).isGreaterThan(0.98);
        assertThat(analyze(clicks(RATE, 5, 120, 0)).value(HARMONIC_RATIO)).isLessThan(0.02);
        assertThat(analyze(noise(7, RATE, 5, 0.1)).value(HARMONIC_RATIO)).isCloseTo(0.5, within(0.05));
    }

    @Test
    void aSteadyPitchIsStableAGlideLessAndNoiseNotAtAll() {
        assertThat(analyze(tone(RATE, 5, 220, -12)).value(PITCH_STABILITY)).isGreaterThan(0.99);
        double[] rich = sum(tone(RATE, 5, 110, -12), tone(RATE, 5, 220, -12), tone(RATE, 5, 330, -15));
        assertThat(analyze(rich).value(PITCH_STABILITY)).isGreaterThan(0.99);
        // Two pitches a fourth apart, half of the time each: CV = (4/3 - 1) / (4/3 + 1) = 1/7, so 1 / (1 + 10/7);
        // the frame across the step finds their common fundamental.
        double[] steps = join(tone(RATE, 5, 300, -12), tone(RATE, 5, 400, -12));
        assertThat(analyze(steps).value(PITCH_STABILITY)).isCloseTo(0.412, within(0.04));
        assertThat(analyze(noise(8, RATE, 5, 0.1)).value(PITCH_STABILITY)).isZero();
    }

    @Test
    void chromaEnergyCountsHowManyPitchClassesSound() {
        assertThat(analyze(tone(RATE, 3, 440, -12)).value(CHROMA_ENERGY)).isCloseTo(1 / 12.0, within(0.01));
        double[] triad = sum(tone(RATE, 3, 440, -18), tone(RATE, 3, 554.365, -18), tone(RATE, 3, 659.255, -18));
        assertThat(analyze(triad).value(CHROMA_ENERGY)).isCloseTo(3 / 12.0, within(0.03));
        assertThat(analyze(noise(9, RATE, 3, 0.1)).value(CHROMA_ENERGY)).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @ValueSource(ints = {-45, -30, -10, 20, 40})
    void chromaEnergyFollowsTheTuning(int cents) {
        double factor = Math.pow(2, cents / 1200.0);
        double[] triad = sum(
                tone(RATE, 3, 440 * factor, -18),
                tone(RATE, 3, 554.365 * factor, -18),
                tone(RATE, 3, 659.255 * factor, -18));
        assertThat(analyze(triad).value(CHROMA_ENERGY)).isCloseTo(3 / 12.0, within(0.03));
    }

    @Test
    void aPitchUnderNoiseAndUnderOtherPitchesIsFound() {
        double[] noise = noise(19, RATE, 5, 0.03);
        double[] voices = sum(
                tone(RATE, 5, 110, -12),
                tone(RATE, 5, 220, -15),
                tone(RATE, 5, 330, -18),
                tone(RATE, 5, 277.18, -24),
                noise);
        assertThat(analyze(voices).value(PITCH_STABILITY)).isGreaterThan(0.95);
        // A semitone to and fro, half of the time each: CV 0.02887.
        double[] trill = join(tone(RATE, 5, 440, -12), tone(RATE, 5, 466.164, -12));
        assertThat(analyze(trill).value(PITCH_STABILITY)).isCloseTo(1 / 1.2887, within(0.03));
        // Lower than any fundamental that is looked for: no dip, and no failure.
        assertThat(analyze(tone(RATE, 3, 40, -12)).value(PITCH_STABILITY)).isBetween(0.0, 1.0);
    }

    @Test
    void levelVariationIsTheDeviationOfTheLevel() {
        // 6 dB up and down every five seconds; only the frames across a change lie between.
        double[] steps = join(
                tone(RATE, 5, 1000, -12), tone(RATE, 5, 1000, -18), tone(RATE, 5, 1000, -12), tone(RATE, 5, 1000, -18));
        Fingerprint fingerprint = analyze(steps);
        assertThat(fingerprint.value(LOUDNESS_VARIATION_STD)).isCloseTo(3, within(0.1));
        // The level changes but not the crest, except in the three frames of 79 that lie across a change.
        assertThat(fingerprint.value(DYNAMIC_RANGE_VARIATION)).isLessThan(0.6);
        // Peaks 1 and 1/2, half of the time each: CV 1/3.
        assertThat(fingerprint.value(PEAK_CONSISTENCY)).isCloseTo(0.75, within(0.01));
        Fingerprint steady = analyze(tone(RATE, 5, 1000, -12));
        assertThat(steady.value(LOUDNESS_VARIATION_STD)).isCloseTo(0, within(1e-3));
        assertThat(steady.value(PEAK_CONSISTENCY)).isCloseTo(1, within(1e-3));
        assertThat(steady.value(DYNAMIC_RANGE_VARIATION)).isCloseTo(0, within(1e-3));
    }

    @Test
    void crestVariationIsTheDeviationOfTheCrestFactor() {
        // A sine has a crest of 3.01 dB, a square wave of 0 dB.
        double[] sine = tone(RATE, 5, 441, -12);
        double[] square = channel(RATE, 5, i -> i / 50 % 2 == 0 ? 0.25 : -0.25);
        assertThat(analyze(join(sine, square, sine, square)).value(DYNAMIC_RANGE_VARIATION))
                .isCloseTo(1.505, within(0.1));
        // The same beside a peak of twice the height.
        double[] loud = channel(RATE, 5, n -> 2 * sine[n]);
        assertThat(analyze(join(loud, square, loud, square)).value(DYNAMIC_RANGE_VARIATION))
                .isCloseTo(1.505, within(0.3));
    }

    @Test
    void aSlowTremoloShowsInTheLevelButNotInTheTimbre() {
        double[] tremolo =
                channel(RATE, 16, i -> 0.25 * (1 + 0.8 * Math.sin(2 * Math.PI * i / (4.0 * RATE))) * Math.sin(0.2 * i));
        Fingerprint fingerprint = analyze(tremolo);
        assertThat(fingerprint.value(LOUDNESS_VARIATION_STD)).isBetween(4.0, 8.0);
        assertThat(fingerprint.value(PEAK_CONSISTENCY)).isBetween(0.55, 0.75);
        assertThat(fingerprint.value(SPECTRAL_CENTROID)).isCloseTo(0.2 * RATE / (2 * Math.PI), within(30.0));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "0, 1", "0.9, 0.1", "0.5, 0.5"})
    void stereoWidthIsTheSidesShareOfTheEnergy(double midEnergy, double sideEnergy) {
        double[] mid = tone(RATE, 3, 1000, -20);
        double[] side = tone(RATE, 3, 1500, -20);
        double m = Math.sqrt(midEnergy);
        double s = Math.sqrt(sideEnergy);
        Fingerprint fingerprint = analyze(
                RATE, channel(RATE, 3, i -> m * mid[i] + s * side[i]), channel(RATE, 3, i -> m * mid[i] - s * side[i]));
        assertThat(fingerprint.value(STEREO_WIDTH)).isCloseTo(sideEnergy, within(1e-3));
        assertThat(fingerprint.value(PHASE_CORRELATION)).isCloseTo(midEnergy - sideEnergy, within(1e-3));
    }

    @Test
    void correlationIsOfWhatVaries() {
        double[] left = tone(RATE, 3, 1000, -20);
        double[] right = tone(RATE, 3, 1500, -20);
        Fingerprint fingerprint =
                analyze(RATE, channel(RATE, 3, i -> 0.2 + left[i]), channel(RATE, 3, i -> 0.2 + right[i]));
        assertThat(fingerprint.value(PHASE_CORRELATION)).isCloseTo(0, within(1e-3));
    }

    @Test
    void whatIsOutOfPhaseIsHeardLikeWhatIsInPhase() {
        double[] signal = sum(tone(RATE, 5, 220, -20), tone(RATE, 5, 3000, -20));
        double[] inverted = channel(RATE, 5, i -> -signal[i]);
        Fingerprint inPhase = analyze(RATE, signal, signal);
        Fingerprint outOfPhase = analyze(RATE, signal, inverted);
        for (FingerprintDimension dimension : FingerprintDimension.values()) {
            if (dimension != STEREO_WIDTH && dimension != PHASE_CORRELATION) {
                assertThat(outOfPhase.value(dimension))
                        .as(dimension.key())
                        .isCloseTo(inPhase.value(dimension), within(1e-9));
            }
        }
        assertThat(outOfPhase.value(STEREO_WIDTH)).isEqualTo(1);
        assertThat(outOfPhase.value(PHASE_CORRELATION)).isEqualTo(-1);
    }

    @Test
    void monoIsLikeTwoEqualChannelsButForItsLoudness() {
        double[] signal = sum(clicks(RATE, 8, 120, 0), noise(10, RATE, 8, 0.01));
        Fingerprint mono = analyze(signal);
        Fingerprint stereo = analyze(RATE, signal, signal);
        for (FingerprintDimension dimension : FingerprintDimension.values()) {
            double expected = stereo.value(dimension) - (dimension == LUFS ? 10 * Math.log10(2) : 0);
            assertThat(mono.value(dimension)).as(dimension.key()).isCloseTo(expected, within(1e-4));
        }
    }

    @Test
    void silenceHasDocumentedValues() {
        Fingerprint silence = analyze(RATE, new double[3 * RATE], new double[3 * RATE]);
        for (FingerprintDimension dimension : FingerprintDimension.values()) {
            double expected =
                    dimension == LUFS ? -70 : dimension == SILENCE_RATIO || dimension == PHASE_CORRELATION ? 1 : 0;
            assertThat(silence.value(dimension)).as(dimension.key()).isEqualTo(expected);
        }
    }

    @Test
    void aConstantOffsetIsSilence() {
        double[] offset = channel(RATE, 3, i -> 0.25);
        Fingerprint fingerprint = analyze(RATE, offset, offset);
        assertThat(fingerprint.value(SILENCE_RATIO)).isEqualTo(1);
        assertThat(fingerprint.value(SPECTRAL_CENTROID)).isZero();
        assertThat(fingerprint.value(PHASE_CORRELATION)).isEqualTo(1);
        assertThat(fingerprint.value(STEREO_WIDTH)).isZero();
        assertThat(bands(fingerprint)).allSatisfy(share -> assertThat(share).isBetween(0.0, 1.0));
    }

    @Test
    void aConstantOffsetUnderMusicChangesNoSpectralFigure() {
        double[] music = sum(tone(RATE, 5, 100, -30), tone(RATE, 5, 1000, -30));
        Fingerprint clean = analyze(music);
        Fingerprint offset = analyze(channel(RATE, 5, i -> 0.25 + music[i]));
        for (FingerprintDimension dimension : List.of(
                SUB_BASS_PCT,
                BASS_PCT,
                MID_PCT,
                SPECTRAL_CENTROID,
                SPECTRAL_ROLLOFF,
                HARMONIC_RATIO,
                PITCH_STABILITY)) {
            assertThat(offset.value(dimension))
                    .as(dimension.key())
                    .isCloseTo(clean.value(dimension), within(1e-3 + 1e-3 * Math.abs(clean.value(dimension))));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 100, 2047, 2048, 5000, 20_000})
    void aTrackOfAnyLengthHas25FiniteValues(int frames) {
        double[] left = Arrays.copyOf(noise(11, RATE, 1, 0.3), frames);
        double[] right = Arrays.copyOf(noise(12, RATE, 1, 0.3), frames);
        Fingerprint fingerprint = analyze(RATE, left, right);
        assertThat(fingerprint.values()).hasSize(25);
        assertThat(fingerprint.value(CREST_DB)).isGreaterThanOrEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 37_800, 44_100, 48_000, 64_000, 88_200, 96_000,
                176_400, 192_000, 384_000
            })
    void aTrackOfAnyRateHasComparableValues(int rate) {
        double[] signal = sum(clicks(rate, 10, 120, 0), tone(rate, 10, 220, -30), tone(rate, 10, 880, -30));
        Fingerprint fingerprint = analyze(rate, signal, signal);
        assertThat(fingerprint.values()).hasSize(25);
        assertThat(fingerprint.value(TEMPO_BPM)).isCloseTo(120, within(1.5));
        assertThat(fingerprint.value(TRANSIENT_DENSITY)).isCloseTo(2, within(0.15));
        assertThat(fingerprint.value(PITCH_STABILITY)).isGreaterThan(0.9);
        assertThat(fingerprint.value(STEREO_WIDTH)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 6, 7, 8})
    void aTrackOfAnyNumberOfChannelsHas25FiniteValues(int channels) {
        double[][] samples = new double[channels][];
        for (int i = 0; i < channels; i++) {
            samples[i] = noise(20 + i, RATE, 1, 0.1);
        }
        assertThat(analyze(RATE, samples).values()).hasSize(25);
    }

    @Test
    void extremeSamplesGiveFiniteValues() {
        Random random = new Random(13);
        double[] huge = channel(RATE, 2, i -> 1000 * random.nextGaussian());
        double[] tiny = channel(RATE, 2, i -> 1e-9 * random.nextGaussian());
        double[] impulse = new double[RATE];
        impulse[500] = 1;
        double[] nyquist = channel(RATE, 2, i -> i % 2 == 0 ? 1 : -1);
        for (double[] signal : List.of(huge, tiny, impulse, nyquist)) {
            assertThat(analyze(signal).values()).hasSize(25);
        }
    }

    @Test
    void samplesThatAreNoNumbersAreRefused() {
        double[] signal = tone(RATE, 1, 440, -12);
        signal[777] = Double.NaN;
        assertThatThrownBy(() -> analyze(signal)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameTrackGivesTheSameDigitsWhateverTheBlocks() {
        double[] left = sum(clicks(RATE, 6, 130, 0), noise(14, RATE, 6, 0.02));
        double[] right = sum(clicks(RATE, 6, 130, 0), noise(15, RATE, 6, 0.02));
        MemoryTrack track = new MemoryTrack(RATE, left, right);
        Fingerprint once = FingerprintAnalyzer.analyze(track, Progress.NONE);
        assertThat(FingerprintAnalyzer.analyze(track, Progress.NONE)).isEqualTo(once);
        for (int blockFrames : new int[] {1000, 65_536}) {
            FingerprintAnalyzer analyzer = new FingerprintAnalyzer(new AudioFormat(RATE, 2));
            AudioBlock block = new AudioBlock(2, blockFrames);
            try (AudioSource source = track.open()) {
                while (source.read(block)) {
                    analyzer.accept(block);
                }
            }
            Fingerprint fingerprint = analyzer.finish().fingerprint();
            fingerprint
                    .values()
                    .forEach((dimension, value) -> assertThat(value)
                            .as(dimension.key())
                            .isCloseTo(once.value(dimension), within(1e-5 * Math.max(1, Math.abs(value)))));
        }
    }

    @Test
    void valuesHaveSixSignificantDigits() {
        analyze(noise(16, RATE, 2, 0.1))
                .values()
                .values()
                .forEach(value -> assertThat(new java.math.BigDecimal(value.toString())
                                .stripTrailingZeros()
                                .precision())
                        .isLessThanOrEqualTo(6));
    }

    @Test
    void progressRisesToTheEnd() {
        List<Double> fractions = new ArrayList<>();
        FingerprintAnalyzer.analyze(
                new MemoryTrack(RATE, tone(RATE, 1, 440, -12)), (stage, fraction) -> fractions.add(fraction));
        assertThat(fractions).isSorted().last().isEqualTo(1.0);
    }

    private static List<Double> bands(Fingerprint fingerprint) {
        return fingerprint.values().values().stream().limit(7).toList();
    }

    private static Fingerprint analyze(double[] mono) {
        return analyze(RATE, mono);
    }

    private static Fingerprint analyze(int rate, double[]... channels) {
        return FingerprintAnalyzer.analyze(new MemoryTrack(rate, channels), Progress.NONE);
    }

    private static double[] noise(long seed, int rate, double seconds, double deviation) {
        Random random = new Random(seed);
        return channel(rate, seconds, i -> deviation * random.nextGaussian());
    }

    /** Bursts of 10 ms of decaying noise on the beat, each off by a random part of the beat with the given deviation. */
    private static double[] clicks(int rate, double seconds, double bpm, double jitter) {
        Random random = new Random(17);
        double[] clicks = new double[(int) (rate * seconds)];
        for (int beat = 0; beat * 60 / bpm < seconds - 0.1; beat++) {
            int start = Math.max(0, (int) ((beat + jitter * random.nextGaussian()) * 60 / bpm * rate));
            for (int i = 0; i < rate / 100 && start + i < clicks.length; i++) {
                clicks[start + i] += 0.5 * random.nextGaussian() * Math.exp(-5.0 * i * 100 / rate);
            }
        }
        return clicks;
    }

    private static double[] sum(double[]... signals) {
        double[] sum = new double[signals[0].length];
        for (double[] signal : signals) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += signal[i];
            }
        }
        return sum;
    }
}
