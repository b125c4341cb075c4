package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.Samples;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.meter.ReferenceMeters;
import io.auralis.engine.meter.SincPeak;
import io.auralis.engine.meter.TrackMeter;
import io.auralis.engine.plan.Aspect;
import io.auralis.engine.plan.PersonalTaste;
import io.auralis.engine.plan.Wish;
import io.auralis.engine.plan.Wishes;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Loudness and limiter alone on un-limited mixes, the sums of the two stems of Debian's fretsonfire-songs-muldjord, as they
 * are and 6 dB louder: true peak by the 16x meter, loudness and its range; and what codings lift, decoded by another program.
 */
@Tag("long")
class MasteredMixesTest {
    private static final Path SONGS = Path.of("/usr/share/games/fretsonfire/data/songs/muldjord");
    private static final double CEILING_DBTP = -1;
    /** Of the limiter: within what the crest guard always allows. */
    private static final double LIMITING_DB = 2.5;

    private static final double TOO_LOUD_LUFS = -6;

    @TempDir
    Path folder;

    private static Meters heard(Path file) {
        try (AudioSource source = MediaFile.of(file).open()) {
            TrackMeter meter = new TrackMeter(source.format());
            AudioBlock block = new AudioBlock(source.format().channels(), 8_192);
            while (source.read(block)) {
                meter.accept(block);
            }
            return meter.finish();
        }
    }

    static Stream<Arguments> mixes() {
        return Stream.of("armygeddon", "chaos_god", "internal_degeneration", "mutilated_mime")
                .flatMap(song -> Stream.of(Arguments.of(song, 0.0), Arguments.of(song, 6.0)));
    }

    private Path mix(String song, double gainDb) {
        Path parts = SONGS.resolve(song);
        assertThat(parts).as("apt install fretsonfire-songs-muldjord").isDirectory();
        Path mix = folder.resolve("mix.wav");
        ReferenceMeters.decode(
                List.of(parts.resolve("song.ogg"), parts.resolve("guitar.ogg")), Decibels.toRatio(gainDb), mix);
        return mix;
    }

    private MasteringReport master(Path mix, String output, OutputChoice choice, double lufs) {
        Wish none = new Wish(0, "as the test wants it");
        Wishes wishes = Wishes.NONE
                .withAmount(Aspect.TONE, none)
                .withAmount(Aspect.WIDTH, none)
                .withAmount(Aspect.DYNAMICS, none)
                .withLoudness(new Wish(lufs, "as the test wants it"))
                .withCeiling(new Wish(CEILING_DBTP, "as the test wants it"));
        return new Masterer(MediaFile::of)
                .master(
                        mix,
                        folder.resolve(output),
                        new MasteringOptions(wishes, choice),
                        BuiltInModels.newest().model(),
                        PersonalTaste.NONE,
                        Progress.NONE);
    }

    private static double reachableLufs(Meters mix) {
        return mix.integratedLufs() + CEILING_DBTP - mix.truePeak16xDbtp() + LIMITING_DB;
    }

    @ParameterizedTest
    @MethodSource("mixes")
    void theCeilingAndTheLoudnessAreHeldAndTheRangeIsKept(String song, double gainDb) {
        Path mix = mix(song, gainDb);
        Meters before = heard(mix);
        SoftAssertions softly = new SoftAssertions();
        for (double target : new double[] {reachableLufs(before), TOO_LOUD_LUFS}) {
            MasteringReport report = master(mix, "out.flac", OutputChoice.USUAL.withBitDepth(16), target);
            Meters after = heard(report.output());
            double otherMeter = SincPeak.dbtp(Samples.of(report.output()));
            double rangeChange = after.loudnessRangeLu() - before.loudnessRangeLu();
            boolean explained = report.notes().stream().anyMatch(note -> note.startsWith("Loudness is"));
            String name = String.format(Locale.ROOT, "%s %+.0f dB to %.2f LUFS", song, gainDb, target);
            System.out.printf(
                    Locale.ROOT,
                    "%-45s %7.3f dBTP, %7.3f by a long sinc %8.3f LUFS %+6.2f LU range%n",
                    name,
                    after.truePeak16xDbtp(),
                    otherMeter,
                    after.integratedLufs(),
                    rangeChange);
            softly.assertThat(after.truePeak16xDbtp()).as(name).isLessThanOrEqualTo(CEILING_DBTP);
            softly.assertThat(otherMeter).as(name + ", by a long sinc").isLessThanOrEqualTo(CEILING_DBTP);
            softly.assertThat(Math.abs(rangeChange)).as(name + ", range").isLessThanOrEqualTo(0.3);
            softly.assertThat(explained).as(name + ", guard").isEqualTo(target == TOO_LOUD_LUFS);
            softly.assertThat(explained || Math.abs(after.integratedLufs() - target) <= 0.1)
                    .as(name + ", loudness")
                    .isTrue();
        }
        softly.assertAll();
    }

    @ParameterizedTest
    @MethodSource("mixes")
    void whatAnotherProgramDecodesIsUnderTheCeiling(String song, double gainDb) {
        Path mix = mix(song, gainDb);
        double target = reachableLufs(heard(mix));
        SoftAssertions softly = new SoftAssertions();
        for (String coding : new String[] {"mp3 320", "mp3 128", "m4a 256", "m4a 128", "opus 128"}) {
            String[] words = coding.split(" ");
            OutputChoice choice = OutputChoice.USUAL.withBitRate(Integer.parseInt(words[1]));
            MasteringReport report = master(mix, "out." + words[0], choice, target);
            Path decoded = folder.resolve("decoded.wav");
            ReferenceMeters.decode(List.of(report.output()), 1, decoded);
            Meters after = heard(decoded);
            double otherMeter = SincPeak.dbtp(Samples.of(decoded));
            System.out.printf(
                    Locale.ROOT,
                    "%-45s %7.3f dBTP, %7.3f by a long sinc %8.3f of %8.3f LUFS%n",
                    song + " " + gainDb + " " + coding,
                    after.truePeak16xDbtp(),
                    otherMeter,
                    after.integratedLufs(),
                    target);
            softly.assertThat(after.truePeak16xDbtp()).as(song + " " + coding).isLessThanOrEqualTo(CEILING_DBTP);
            softly.assertThat(otherMeter)
                    .as(song + " " + coding + ", by a long sinc")
                    .isLessThanOrEqualTo(CEILING_DBTP);
        }
        softly.assertAll();
    }
}
