package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.media.Encoding;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.OutputFormat;
import io.auralis.engine.media.OutputSpec;
import io.auralis.engine.media.Samples;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.MasteringPlan;
import io.auralis.engine.plan.ToneBand;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each parameter is moved alone, the whole chain runs from file to file, and the file that comes out is measured. The
 * parameters are those that the planner makes, so a new one without a measurement here is red.
 */
class ParameterEffectTest {
    private static final int RATE_HZ = 48_000;

    /** What a crest factor or a width may be off its target. */
    private static final double RELATIVE_TOLERANCE = 0.05;

    @TempDir
    Path folder;

    private final Map<String, BiConsumer<MediaFile, MasteringPlan>> measurements = Map.of(
            "bass", (file, plan) -> toneMoves(ToneBand.BASS),
            "low_mid", (file, plan) -> toneMoves(ToneBand.LOW_MID),
            "mid", (file, plan) -> toneMoves(ToneBand.MID),
            "treble", (file, plan) -> toneMoves(ToneBand.TREBLE),
            "air", (file, plan) -> toneMoves(ToneBand.AIR),
            "punch", (file, neutral) -> punchIsTheCrestFactor(),
            "width", (file, plan) -> widthIsTheShareOfTheSides(file),
            "loudness", this::loudnessIsTheIntegratedLoudness,
            "ceiling", this::ceilingHoldsTheTruePeak);

    static Stream<String> everyParameterOfAPlan() {
        return NeutralPlan.parameterNames();
    }

    @ParameterizedTest
    @MethodSource("everyParameterOfAPlan")
    void everyParameterIsMeasuredAtTheOutput(String name) {
        BiConsumer<MediaFile, MasteringPlan> measurement = measurements.get(name);
        if (measurement == null) {
            fail("the plan's parameter " + name + " has no measurement of its effect");
        } else {
            MediaFile file = MediaFile.of(Encoding.WAV_FLOAT.write(folder, "in", music()));
            measurement.accept(file, NeutralPlan.of(Measuring.width(Samples.of(file))));
        }
    }

    private void toneMoves(ToneBand band) {
        MediaFile file = MediaFile.of(Encoding.WAV_FLOAT.write(folder, "tones", TonePlan.tones(RATE_HZ)));
        MasteringPlan neutral = NeutralPlan.of(Measuring.width(Samples.of(file)));
        double[][] flat = master(file, neutral);
        for (double gain : new double[] {3, -2, 0.3}) {
            double[][] moved = master(file, NeutralPlan.with(neutral, band.parameterName(), gain));
            // The loudness stage shifts all bands alike; what counts is how the band stands to the others.
            double others = 0;
            double own = 0;
            for (ToneBand heard : ToneBand.values()) {
                double change = Measuring.levelDb(RATE_HZ, moved, heard.centreHz())
                        - Measuring.levelDb(RATE_HZ, flat, heard.centreHz());
                if (heard == band) {
                    own = change;
                } else {
                    others += change / (ToneBand.values().length - 1);
                }
            }
            assertThat(own - others).as("gain of %s dB", gain).isCloseTo(gain, within(0.05));
        }
    }

    private void punchIsTheCrestFactor() {
        MediaFile file = MediaFile.of(Encoding.WAV_FLOAT.write(folder, "bass", Samples.withBass(music())));
        MasteringPlan neutral = NeutralPlan.of(Measuring.width(Samples.of(file)));
        // The chain lowers a crest factor, by up to 6 dB from where it is without dynamics: the rumble filter may move
        // it.
        double own = Measuring.meters(RATE_HZ, master(file, neutral)).crestDb();
        for (double target = own - 0.5; target >= own - 5; target -= 0.5) {
            double[][] out = master(file, NeutralPlan.with(neutral, "punch", target));
            assertThat(Measuring.meters(RATE_HZ, out).crestDb())
                    .as("target %.2f dB", target)
                    .isCloseTo(target, within(Math.min(0.15, RELATIVE_TOLERANCE * target)));
        }
    }

    private void widthIsTheShareOfTheSides(MediaFile file) {
        // Left and right of this music are uncorrelated above the bass, and then nothing is widened.
        assertWidths(file, 0.02, 0.1, 0.3, 0.5, 0.8, 0.95);
        // Sides are raised to their double at most, which for this music is a little over twice the width.
        MediaFile narrow = MediaFile.of(Encoding.WAV_FLOAT.write(folder, "narrow", Samples.narrowed(music(), 0.5)));
        assertWidths(narrow, 0.02, 0.1, 0.3, 0.5, 0.8, 0.95, 1.05, 1.2, 1.5, 2);
    }

    private void assertWidths(MediaFile file, double... partsOfOwn) {
        double own = Measuring.width(Samples.of(file));
        MasteringPlan neutral = NeutralPlan.of(own);
        for (double part : partsOfOwn) {
            double target = own * part;
            assertThat(Measuring.width(master(file, NeutralPlan.with(neutral, "width", target))))
                    .as("%s of the width", part)
                    .isCloseTo(target, within(Math.min(0.005, RELATIVE_TOLERANCE * target)));
        }
    }

    private void loudnessIsTheIntegratedLoudness(MediaFile file, MasteringPlan neutral) {
        for (double target : new double[] {-30, -23, -17.5}) {
            double[][] out = master(file, NeutralPlan.with(neutral, "loudness", target));
            assertThat(Measuring.meters(RATE_HZ, out).integratedLufs()).isCloseTo(target, within(0.1));
        }
    }

    private void ceilingHoldsTheTruePeak(MediaFile file, MasteringPlan neutral) {
        // Loud enough that the limiter has to act.
        MasteringPlan loud = NeutralPlan.with(neutral, "loudness", -11);
        for (double ceiling : new double[] {-1, -2, -3}) {
            double[][] out = master(file, NeutralPlan.with(loud, "ceiling", ceiling));
            assertThat(Measuring.meters(RATE_HZ, out).truePeakDbtp()).isBetween(ceiling - 0.3, ceiling);
        }
    }

    private double[][] master(MediaFile file, MasteringPlan plan) {
        Path output = folder.resolve("out.flac");
        OutputSpec spec = OutputSpec.like(file.info(), OutputFormat.FLAC, 24);
        Meters heard = Measuring.meters(RATE_HZ, Samples.of(file));
        new Mastering(file, file.info(), heard, plan, output, spec, MasteringOptions.DEFAULT, Progress.NONE).carryOut();
        return Samples.of(output);
    }

    private static MemoryTrack music() {
        return Samples.music(RATE_HZ, 4);
    }
}
