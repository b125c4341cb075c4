package io.auralis.engine.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.media.MediaFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our meters and two others hear the same samples of real music, from Debian's packages. docs/development.md says how to
 * run it and what to install.
 */
@Tag("long")
class ReferenceMetersTest {
    private static final Path GAMES = Path.of("/usr/share/games");
    private static final List<String> FOLDERS = List.of(
            "fretsonfire/data/songs/muldjord",
            "frozen-bubble/snd",
            "asc/music",
            "zaz",
            "btanks/data/tunes",
            "ardentryst/Music");
    private static final int LEAST_FILES = 20;

    /** Loudness range is not stable under a minute (EBU Tech 3342). */
    private static final int LEAST_SECONDS = 60;

    /** FFmpeg prints a linear peak to three decimals: at this one they are 0.006 dB. Also, nothing is cut in 16 bits. */
    private static final double PEAK = 0.7;

    private static final double LOUDNESS_TOLERANCE_LU = 0.05;
    private static final double RANGE_TOLERANCE_LU = 0.2;
    private static final double PEAK_TOLERANCE_DB = 0.1;

    /** The meter's bins are 0.01 LU wide, and loudgain prints as much. */
    private static final double WINDOW_TOLERANCE_LU = 0.02;

    @TempDir
    Path folder;

    /** Every piece of music, and of the songs that come in two parts their sum too. */
    static Stream<List<Path>> music() {
        List<List<Path>> music = new ArrayList<>();
        for (Path file : files()) {
            music.add(List.of(file));
            Path other = file.resolveSibling("guitar.ogg");
            if (file.endsWith("song.ogg") && Files.exists(other)) {
                music.add(List.of(file, other));
            }
        }
        return music.stream();
    }

    private static List<Path> files() {
        List<Path> files = new ArrayList<>();
        for (String name : FOLDERS) {
            if (Files.isDirectory(GAMES.resolve(name))) {
                try (Stream<Path> inFolder = Files.walk(GAMES.resolve(name))) {
                    inFolder.filter(ReferenceMetersTest::isMusic).sorted().forEach(files::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return files;
    }

    private static boolean isMusic(Path file) {
        String name = file.toString();
        if (!name.endsWith(".ogg") && !name.endsWith(".mp3")) {
            return false;
        }
        MediaFile media = MediaFile.of(file);
        try (AudioSource source = media.open()) {
            return source.statedFrames()
                    >= (long) LEAST_SECONDS * source.format().sampleRateHz();
        }
    }

    @Test
    void thereIsMusicEnough() {
        assertThat(music().count())
                .as("pieces of music; apt install fretsonfire-songs-muldjord frozen-bubble-data asc-music zaz-data"
                        + " btanks-data ardentryst")
                .isGreaterThanOrEqualTo(LEAST_FILES);
    }

    @ParameterizedTest
    @MethodSource("music")
    void ourMetersAgreeWithFfmpegAndLibebur128(List<Path> inputs) {
        Path wav = folder.resolve("heard.wav");
        ReferenceMeters.decode(inputs, 1, wav);
        double peak = Math.pow(10, meters(wav).truePeakDbtp() / 20);
        ReferenceMeters.decode(inputs, PEAK / peak, wav);

        Meters ours = meters(wav);
        ReferenceMeters.Figures ffmpeg = ReferenceMeters.ffmpeg(wav);
        ReferenceMeters.Figures libebur128 = ReferenceMeters.libebur128(wav);

        System.out.printf(
                Locale.ROOT,
                "%-60s I %7.3f %7.3f %7.2f  LRA %6.3f %6.3f %6.2f (their windows %6.3f %6.3f)  TP %6.3f %6.3f %6.3f%n",
                GAMES.relativize(inputs.get(0)) + (inputs.size() > 1 ? " + guitar" : ""),
                ours.integratedLufs(),
                ffmpeg.integratedLufs(),
                libebur128.integratedLufs(),
                ours.loudnessRangeLu(),
                ffmpeg.loudnessRangeLu(),
                libebur128.loudnessRangeLu(),
                rangeFromTheFirstWindow(wav),
                rangeOnceASecond(wav),
                ours.truePeakDbtp(),
                ffmpeg.truePeakDbtp(),
                libebur128.truePeakDbtp());
        SoftAssertions softly = new SoftAssertions();
        agree(softly, "FFmpeg", ours, ffmpeg);
        agree(softly, "libebur128", ours, libebur128);
        softly.assertAll();
    }

    /**
     * Where the ranges differ, it is by the windows: we take ten a second, all of them whole, as Tech 3342 says;
     * libebur128 takes one a second, and FFmpeg's first 29 are filled up with silence. Given their windows, our meter reads
     * what they do.
     */
    @ParameterizedTest
    @MethodSource("music")
    void withTheirWindowsOurRangeIsTheirs(List<Path> inputs) {
        Path wav = folder.resolve("heard.wav");
        ReferenceMeters.decode(inputs, 0.25, wav);

        double libebur128 = ReferenceMeters.libebur128(wav).loudnessRangeLu();
        double ffmpeg = ReferenceMeters.ffmpeg(wav).loudnessRangeLu();

        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(Math.abs(rangeOnceASecond(wav) - libebur128))
                .as("once a second, as libebur128")
                .isLessThanOrEqualTo(WINDOW_TOLERANCE_LU);
        softly.assertThat(Math.abs(rangeFromTheFirstWindow(wav) - ffmpeg))
                .as("from the first 0.1 s on, as FFmpeg")
                .isLessThanOrEqualTo(WINDOW_TOLERANCE_LU);
        softly.assertAll();
    }

    private static void agree(SoftAssertions softly, String name, Meters ours, ReferenceMeters.Figures theirs) {
        softly.assertThat(Math.abs(ours.integratedLufs() - theirs.integratedLufs()))
                .as("integrated loudness beside %s", name)
                .isLessThanOrEqualTo(LOUDNESS_TOLERANCE_LU);
        softly.assertThat(Math.abs(ours.loudnessRangeLu() - theirs.loudnessRangeLu()))
                .as("loudness range beside %s", name)
                .isLessThanOrEqualTo(RANGE_TOLERANCE_LU);
        softly.assertThat(Math.abs(ours.truePeakDbtp() - theirs.truePeakDbtp()))
                .as("true peak beside %s", name)
                .isLessThanOrEqualTo(PEAK_TOLERANCE_DB);
    }

    private static Meters meters(Path wav) {
        try (AudioSource source = MediaFile.of(wav).open()) {
            TrackMeter meter = new TrackMeter(source.format());
            AudioBlock block = new AudioBlock(source.format().channels(), 4_096);
            while (source.read(block)) {
                meter.accept(block);
            }
            return meter.finish();
        }
    }

    /** Loudness range with windows that begin in the silence before the track. */
    private static double rangeFromTheFirstWindow(Path wav) {
        try (AudioSource source = MediaFile.of(wav).open()) {
            LoudnessMeter meter = new LoudnessMeter(source.format());
            AudioBlock block = new AudioBlock(
                    source.format().channels(), 3 * source.format().sampleRateHz());
            block.setFrames(block.capacity());
            meter.accept(block);
            while (source.read(block)) {
                meter.accept(block);
            }
            return meter.loudnessRangeLu();
        }
    }

    /** Tech 3342's loudness range from short-term loudness read at 3, 4, 5 … seconds. */
    private static double rangeOnceASecond(Path wav) {
        List<Double> windows = new ArrayList<>();
        try (AudioSource source = MediaFile.of(wav).open()) {
            int rate = source.format().sampleRateHz();
            LoudnessMeter meter = new LoudnessMeter(source.format());
            // A tenth is a whole number of frames at every rate, so the meter is read on the second.
            AudioBlock block = new AudioBlock(source.format().channels(), rate / 10);
            long heard = 0;
            while (source.read(block)) {
                meter.accept(block);
                heard += block.frames();
                if (heard >= 3L * rate && heard % rate == 0) {
                    windows.add(meter.shortTermLufs());
                }
            }
        }
        double[] gated = over(windows.stream().mapToDouble(one -> one).toArray(), -70);
        double mean = Arrays.stream(gated)
                .map(one -> Math.pow(10, one / 10))
                .average()
                .orElseThrow();
        gated = over(gated, 10 * Math.log10(mean) - 20);
        Arrays.sort(gated);
        return gated[(int) Math.round((gated.length - 1) * 0.95)] - gated[(int) Math.round((gated.length - 1) * 0.1)];
    }

    private static double[] over(double[] loudness, double gate) {
        return Arrays.stream(loudness).filter(one -> one > gate).toArray();
    }
}
