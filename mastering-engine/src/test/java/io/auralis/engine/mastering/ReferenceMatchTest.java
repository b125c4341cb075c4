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
import io.auralis.engine.media.MediaException;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.Samples;
import io.auralis.engine.plan.PersonalPart;
import io.auralis.engine.plan.PersonalTaste;
import io.auralis.engine.plan.PlannedParameter;
import io.auralis.engine.plan.ToneBand;
import io.auralis.engine.plan.Wish;
import io.auralis.engine.plan.Wishes;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceMatchTest {
    private static final int RATE_HZ = 44_100;
    private static final BaseModel MODEL = BuiltInModels.newest().model();

    @TempDir
    Path folder;

    private Path song;
    private Path other;
    private Reference reference;

    @BeforeEach
    void songs() {
        song = Encoding.WAV_FLOAT.write(folder, "song", ColouredNoise.of(5, RATE_HZ, 0.03, 0.2, 0, 0));
        // Of another rate, brighter, with a hole in the middle, louder and wider.
        other = Encoding.WAV_FLOAT.write(folder, "other", ColouredNoise.of(6, 48_000, 0.08, 0.3, 6, -5));
        reference = new Masterer(MediaFile::of).reference(other, Progress.NONE);
    }

    private MasteringReport master(Wishes wishes, double amount, PersonalTaste taste) {
        return new Masterer(MediaFile::of)
                .master(
                        song,
                        folder.resolve("out.flac"),
                        new MasteringOptions(
                                wishes,
                                Phase.MINIMUM,
                                OutputChoice.USUAL,
                                Optional.of(new ReferenceMatch(reference, amount))),
                        MODEL,
                        taste,
                        Progress.NONE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5, 0})
    void toneLoudnessAndWidthGoAsMuchOfTheWayToTheReferenceAsAsked(double amount) {
        MasteringReport report = master(Wishes.NONE, amount, PersonalTaste.NONE);
        double[] theirs = ThirdOctaves.of(other);
        double start = ThirdOctaves.deviation(ThirdOctaves.of(song), theirs);
        double reached = ThirdOctaves.deviation(ThirdOctaves.of(report.output()), theirs);
        assertThat(start).as("the test needs songs that differ").isGreaterThan(2);
        assertThat(reached).isCloseTo((1 - amount) * start, within(0.3));

        double[][] out = Samples.of(report.output());
        double ownLufs = report.before().integratedLufs();
        double theirLufs = reference.meters().integratedLufs();
        assertThat(Measuring.meters(RATE_HZ, out).integratedLufs())
                .isCloseTo(ownLufs + amount * (theirLufs - ownLufs), within(0.1));
        double ownWidth = Measuring.width(Samples.of(song));
        assertThat(Measuring.width(out)).isCloseTo(ownWidth + amount * (reference.width() - ownWidth), within(0.01));
        assertThat(report.after().truePeakDbtp()).isLessThanOrEqualTo(-1);
        for (String name : new String[] {"bass", "air", "width", "loudness"}) {
            assertThat(report.plan().parameter(name).reason()).startsWith("reference \"other.wav\" by ");
        }
    }

    @Test
    void theListenersToneStaysOnTop() {
        PersonalTaste taste = type -> Map.of(TasteDimension.TREBLE, new PersonalPart(3, "the test"));
        double[] plain =
                ThirdOctaves.of(master(Wishes.NONE, 1, PersonalTaste.NONE).output());
        MasteringReport report = master(Wishes.NONE, 1, taste);
        double[] own = ThirdOctaves.of(report.output());
        PlannedParameter treble = report.plan().parameter("treble");
        assertThat(treble.finalValue()).isCloseTo(treble.base() + 3, within(0.001));
        assertThat(report.plan().equaliserDb(ToneBand.TREBLE)).isCloseTo(3, within(0.001));
        // 3,150 Hz against 250 Hz: the loudness stage shifts both.
        assertThat(own[18] - plain[18] - (own[7] - plain[7])).isCloseTo(3, within(0.4));
    }

    @Test
    void wishesGoOverTheReference() {
        MasteringReport report = master(Wishes.ofAmount(0).withLoudness(Wish.asked(-20)), 1, PersonalTaste.NONE);
        assertThat(report.after().integratedLufs()).isCloseTo(-20, within(0.1));
        assertThat(ThirdOctaves.deviation(ThirdOctaves.of(report.output()), ThirdOctaves.of(song)))
                .isLessThan(0.01);
    }

    @Test
    void aCeilingOverOneDecibelIsLowered() {
        MasteringReport report = master(Wishes.NONE.withCeiling(Wish.asked(-0.3)), 1, PersonalTaste.NONE);
        assertThat(report.plan().value("ceiling")).isEqualTo(-1);
        assertThat(report.plan().parameter("ceiling").reason()).contains("limited to -1 dBTP: a match leaves");
    }

    /** Else a song in stereo would become mono. */
    @Test
    void aMonoReferenceLeavesTheWidthAlone() {
        other = Encoding.WAV_FLOAT.write(folder, "mono", ColouredNoise.of(6, RATE_HZ, 0.08, 0, 6, -5));
        reference = new Masterer(MediaFile::of).reference(other, Progress.NONE);
        MasteringReport report = master(Wishes.NONE, 1, PersonalTaste.NONE);
        assertThat(Measuring.width(Samples.of(report.output())))
                .isCloseTo(Measuring.width(Samples.of(song)), within(0.005));
        assertThat(report.plan().parameter("width").reason()).endsWith("it is mono, so the width stays");
        assertThat(ThirdOctaves.deviation(ThirdOctaves.of(report.output()), ThirdOctaves.of(other)))
                .isLessThan(0.3);
    }

    @Test
    void silenceIsNoReference() {
        Path silence = Encoding.WAV.write(folder, "silence", new MemoryTrack(RATE_HZ, new double[RATE_HZ]));
        assertThatThrownBy(() -> new Masterer(MediaFile::of).reference(silence, Progress.NONE))
                .isInstanceOf(MediaException.class)
                .hasMessage("silence.wav cannot be a reference: it is silent or too short to measure.");
    }
}
