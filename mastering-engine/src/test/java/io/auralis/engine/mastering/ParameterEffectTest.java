package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.detection.Detector;
import io.auralis.engine.media.Encoding;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.OutputFormat;
import io.auralis.engine.media.OutputSpec;
import io.auralis.engine.media.Samples;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.MasteringPlan;
import io.auralis.engine.plan.PersonalTaste;
import io.auralis.engine.plan.PlannedParameter;
import io.auralis.engine.plan.Planner;
import io.auralis.engine.plan.ToneBand;
import io.auralis.engine.plan.Wishes;
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

    @TempDir
    Path folder;

    private final Map<String, BiConsumer<MediaFile, MasteringPlan>> measurements = Map.of(
            "bass", (file, plan) -> toneMoves(ToneBand.BASS),
            "low_mid", (file, plan) -> toneMoves(ToneBand.LOW_MID),
            "mid", (file, plan) -> toneMoves(ToneBand.MID),
            "treble", (file, plan) -> toneMoves(ToneBand.TREBLE),
            "air", (file, plan) -> toneMoves(ToneBand.AIR),
            "punch", this::punchIsTheCrestFactor,
            "width", this::widthIsTheShareOfTheSides,
            "loudness", this::loudnessIsTheIntegratedLoudness,
            "ceiling", this::ceilingHoldsTheTruePeak);

    static Stream<String> everyParameterOfAPlan() {
        BaseModel model = BuiltInModels.newest().model();
        Fingerprint fingerprint = Fingerprint.of(Map.of(
                FingerprintDimension.SPECTRAL_CENTROID,
                3_000.0,
                FingerprintDimension.BASS_MID_RATIO,
                1.5,
                FingerprintDimension.STEREO_WIDTH,
                0.1,
                FingerprintDimension.CREST_DB,
                12.0));
        Meters meters = Measuring.meters(RATE_HZ, Samples.of(Samples.music(RATE_HZ, 1)));
        return new Planner(model, PersonalTaste.NONE, Wishes.NONE)
                .plan(new Detector(model).detect(fingerprint), fingerprint, meters).parameters().stream()
                        .map(PlannedParameter::name);
    }

    @ParameterizedTest
    @MethodSource("everyParameterOfAPlan")
    void everyParameterIsMeasuredAtTheOutput(String name) {
        BiConsumer<MediaFile, MasteringPlan> measurement = measurements.get(name);
        if (measurement == null) {
            fail("the plan's parameter " + name + " has no measurement of its effect");
        } else {
            MediaFile file = MediaFile.of(Encoding.WAV_FLOAT.write(folder, "in", music()));
            measurement.accept(file, neutral(Samples.of(file)));
        }
    }

    private void toneMoves(ToneBand band) {
        MediaFile file = MediaFile.of(Encoding.WAV_FLOAT.write(folder, "tones", tones()));
        MasteringPlan neutral = neutral(Samples.of(file));
        double[][] flat = master(file, neutral);
        for (double gain : new double[] {3, -2, 0.3}) {
            double[][] moved = master(file, with(neutral, band.parameterName(), gain));
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

    private void punchIsTheCrestFactor(MediaFile file, MasteringPlan neutral) {
        double own = Measuring.meters(RATE_HZ, Samples.of(file)).crestDb();
        for (double target : new double[] {own - 1, own - 2, own - 3, own - 4, own - 5}) {
            double[][] out = master(file, with(neutral, "punch", target));
            assertThat(Measuring.meters(RATE_HZ, out).crestDb()).isCloseTo(target, within(0.15));
        }
    }

    private void widthIsTheShareOfTheSides(MediaFile file, MasteringPlan neutral) {
        double own = Measuring.width(Samples.of(file));
        for (double target : new double[] {own * 0.3, own * 0.8, own * 1.5}) {
            assertThat(Measuring.width(master(file, with(neutral, "width", target))))
                    .isCloseTo(target, within(0.005));
        }
    }

    private void loudnessIsTheIntegratedLoudness(MediaFile file, MasteringPlan neutral) {
        for (double target : new double[] {-30, -23, -17.5}) {
            double[][] out = master(file, with(neutral, "loudness", target));
            assertThat(Measuring.meters(RATE_HZ, out).integratedLufs()).isCloseTo(target, within(0.1));
        }
    }

    private void ceilingHoldsTheTruePeak(MediaFile file, MasteringPlan neutral) {
        // Loud enough that the limiter has to act.
        MasteringPlan loud = with(neutral, "loudness", -11);
        for (double ceiling : new double[] {-1, -2, -3}) {
            double[][] out = master(file, with(loud, "ceiling", ceiling));
            assertThat(Measuring.meters(RATE_HZ, out).truePeakDbtp()).isBetween(ceiling - 0.3, ceiling);
        }
    }

    /** A plan under which the chain does nothing but bring the track to a modest loudness. */
    private static MasteringPlan neutral(double[][] samples) {
        Map<String, Double> values =
                Map.of("punch", 30.0, "width", Measuring.width(samples), "loudness", -26.0, "ceiling", -1.0);
        return new MasteringPlan(everyParameterOfAPlan()
                .map(name -> parameter(name, values.getOrDefault(name, 0.0)))
                .toList());
    }

    private static MasteringPlan with(MasteringPlan plan, String name, double value) {
        return new MasteringPlan(plan.parameters().stream()
                .map(one -> one.name().equals(name) ? parameter(name, value) : one)
                .toList());
    }

    private static PlannedParameter parameter(String name, double value) {
        return new PlannedParameter(name, value, 0, value, "", "as the test wants it");
    }

    private double[][] master(MediaFile file, MasteringPlan plan) {
        Path output = folder.resolve("out.flac");
        OutputSpec spec = OutputSpec.like(file.info(), OutputFormat.FLAC, 24);
        double peak = Measuring.meters(RATE_HZ, Samples.of(file)).truePeakDbtp();
        new Mastering(file, peak, plan, output, spec, Progress.NONE).carryOut();
        return Samples.of(output);
    }

    private static MemoryTrack music() {
        return Samples.music(RATE_HZ, 4);
    }

    /** One tone in the middle of each band, on both channels in unequal strength. */
    private static MemoryTrack tones() {
        double[] left = MemoryTrack.channel(RATE_HZ, 2, i -> {
            double sum = 0;
            for (ToneBand band : ToneBand.values()) {
                sum += 0.08 * Math.sin(2 * Math.PI * band.centreHz() * i / RATE_HZ);
            }
            return sum;
        });
        double[] right = left.clone();
        for (int i = 0; i < right.length; i++) {
            right[i] *= 0.7;
        }
        return new MemoryTrack(RATE_HZ, left, right);
    }
}
