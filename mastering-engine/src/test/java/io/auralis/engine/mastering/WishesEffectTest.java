package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.media.Encoding;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.Samples;
import io.auralis.engine.plan.Aspect;
import io.auralis.engine.plan.PersonalPart;
import io.auralis.engine.plan.PersonalTaste;
import io.auralis.engine.plan.PlannedParameter;
import io.auralis.engine.plan.Preset;
import io.auralis.engine.plan.ToneBand;
import io.auralis.engine.plan.Wish;
import io.auralis.engine.plan.Wishes;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a listener asks for is measured in the file that comes out, and said in the plan. */
class WishesEffectTest {
    private static final int RATE_HZ = 48_000;
    private static final BaseModel MODEL = BuiltInModels.newest().model();

    /** Enough in every aspect to be measured. */
    private static final PersonalTaste TASTE = type -> Map.of(
            TasteDimension.BASS, new PersonalPart(4, "the test"),
            TasteDimension.AIR, new PersonalPart(-3, "the test"),
            TasteDimension.PUNCH, new PersonalPart(-2, "the test"),
            TasteDimension.WIDTH, new PersonalPart(0.1, "the test"));

    @TempDir
    Path folder;

    private MasteringReport master(MemoryTrack track, Wishes wishes) {
        return new Masterer(MediaFile::of)
                .master(
                        Encoding.WAV_FLOAT.write(folder, "in", track),
                        folder.resolve("out.flac"),
                        new MasteringOptions(wishes, OutputChoice.USUAL),
                        MODEL,
                        TASTE,
                        Progress.NONE);
    }

    /** Quiet enough that the limiter has nothing to do. */
    private static Wishes only(Aspect aspect, double amount) {
        Wishes wishes = Wishes.NONE.withLoudness(Wish.asked(-30));
        for (Aspect other : Aspect.values()) {
            wishes = wishes.withAmount(other, Wish.asked(other == aspect ? amount : 0));
        }
        return wishes;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5, 0.25})
    void toneGoesAsMuchOfTheWayAsAsked(double amount) {
        double[][] flat =
                Samples.of(master(TonePlan.tones(RATE_HZ), only(Aspect.TONE, 0)).output());
        MasteringReport report = master(TonePlan.tones(RATE_HZ), only(Aspect.TONE, amount));
        double[][] moved = Samples.of(report.output());
        double mid = change(ToneBand.MID, flat, moved) - report.plan().value("mid");
        for (ToneBand band : ToneBand.values()) {
            PlannedParameter planned = report.plan().parameter(band.parameterName());
            assertThat(planned.finalValue()).isCloseTo(amount * (planned.base() + planned.personal()), within(0.0001));
            // The loudness stage shifts all bands alike.
            assertThat(change(band, flat, moved) - mid).as(band.name()).isCloseTo(planned.finalValue(), within(0.05));
        }
        assertThat(report.plan().parameter("bass").reason().contains("% of the way, as asked"))
                .isEqualTo(amount < 1);
    }

    private static double change(ToneBand band, double[][] from, double[][] to) {
        return Measuring.levelDb(RATE_HZ, to, band.centreHz()) - Measuring.levelDb(RATE_HZ, from, band.centreHz());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5, 0.25})
    void widthGoesAsMuchOfTheWayAsAsked(double amount) {
        // Left and right of the music itself are uncorrelated above the bass, and then nothing is widened.
        MemoryTrack music = Samples.narrowed(Samples.music(RATE_HZ, 4), 0.6);
        double own = Measuring.width(Samples.of(music));
        MasteringReport report = master(music, only(Aspect.WIDTH, amount));
        PlannedParameter planned = report.plan().parameter("width");
        assertThat(Measuring.width(Samples.of(report.output())))
                .isCloseTo(own + amount * (planned.base() + planned.personal() - own), within(0.005));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.25})
    void dynamicsGoAsMuchOfTheWayAsAsked(double amount) {
        MemoryTrack music = Samples.withBass(Samples.music(RATE_HZ, 4));
        double own = Measuring.meters(RATE_HZ, Samples.of(music)).crestDb();
        MasteringReport report = master(music, only(Aspect.DYNAMICS, amount));
        PlannedParameter planned = report.plan().parameter("punch");
        double asked = own + amount * (planned.base() + planned.personal() - own);
        assertThat(asked).as("the test needs a crest factor within reach").isBetween(own - 6, own - 0.5);
        assertThat(Measuring.meters(RATE_HZ, Samples.of(report.output())).crestDb())
                .isCloseTo(asked, within(0.15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.25})
    void loudnessGoesAsMuchOfTheWayAsAsked(double amount) {
        MemoryTrack music = Samples.music(RATE_HZ, 4);
        double own = Measuring.meters(RATE_HZ, Samples.of(music)).integratedLufs();
        MasteringReport report = master(music, Wishes.ofAmount(0).withAmount(Aspect.LOUDNESS, Wish.asked(amount)));
        PlannedParameter planned = report.plan().parameter("loudness");
        assertThat(Measuring.meters(RATE_HZ, Samples.of(report.output())).integratedLufs())
                .isCloseTo(own + amount * (planned.base() + planned.personal() - own), within(0.1));
    }

    @Test
    void withoutALoudnessTheTracksOwnIsKeptThoughTheToneMoves() {
        MemoryTrack music = Samples.music(RATE_HZ, 4);
        double own = Measuring.meters(RATE_HZ, Samples.of(music)).integratedLufs();
        MasteringReport report = master(music, Wishes.NONE.withAmount(Aspect.LOUDNESS, Wish.asked(0)));
        assertThat(report.plan().value("loudness")).isCloseTo(own, within(0.0001));
        assertThat(Measuring.meters(RATE_HZ, Samples.of(report.output())).integratedLufs())
                .isCloseTo(own, within(0.1));
    }

    /** Also of a track with rumble, whose tones and sides and peaks would all be worked on otherwise. */
    @Test
    void whereOnlyTheLoudnessIsAskedForWhatComesOutIsTheInputTimesOneGain() {
        MemoryTrack input = withRumble(Samples.music(RATE_HZ, 4));
        double[][] in = Samples.of(input);
        MasteringReport report = master(input, only(Aspect.LOUDNESS, 1));
        double[][] out = Samples.of(report.output());
        double gain = Samples.rms(out) / Samples.rms(in);
        // Dither of two steps and the rounding; the gain is known to a few parts in a million.
        double within = 2.0 / (1 << 23) + 1e-5 * gain;
        for (int channel = 0; channel < out.length; channel++) {
            for (int i = 0; i < out[channel].length; i++) {
                assertThat(out[channel][i]).isCloseTo(gain * in[channel][i], within(within));
            }
        }
        assertThat(report.after().integratedLufs()).isCloseTo(-30, within(0.05));
        assertThat(report.plan().parameter("loudness").reason()).endsWith("; -30 LUFS as asked");
        assertThat(report.plan().parameter("bass").reason()).endsWith("; the track's own is kept, as asked");
    }

    @Test
    void aPresetSetsLoudnessAndCeilingAndIsNamedInTheReason() {
        MasteringReport report =
                master(Samples.music(RATE_HZ, 4), Preset.of("broadcast").wishes());
        assertThat(report.after().integratedLufs()).isCloseTo(-23, within(0.1));
        assertThat(report.plan().value("ceiling")).isEqualTo(-1);
        assertThat(report.plan().parameter("loudness").reason()).endsWith("; -23 LUFS by preset broadcast");
        // The preset says nothing of the tone.
        assertThat(report.plan().parameter("bass").reason()).doesNotContain("preset");
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        assertThatThrownBy(() -> Wishes.ofAmount(1.5)).hasMessage("an amount must be 0 to 1 but is 1.5");
        assertThatThrownBy(() -> Wishes.NONE.withLoudness(Wish.asked(-3)))
                .hasMessage("loudness must be -40 to -5 LUFS but is -3");
        assertThatThrownBy(() -> Wishes.NONE.withCeiling(Wish.asked(1)))
                .hasMessage("ceiling must be -9 to -0.1 dBTP but is 1");
        assertThatThrownBy(() -> Preset.of("loud")).hasMessageContaining("no preset \"loud\", but streaming, apple");
    }

    private static MemoryTrack withRumble(MemoryTrack track) {
        double[][] samples = Samples.of(track);
        for (double[] channel : samples) {
            for (int i = 0; i < channel.length; i++) {
                channel[i] = 0.7 * channel[i] + 0.05 * Math.sin(2 * Math.PI * 8 * i / RATE_HZ);
            }
        }
        return new MemoryTrack(RATE_HZ, samples);
    }
}
