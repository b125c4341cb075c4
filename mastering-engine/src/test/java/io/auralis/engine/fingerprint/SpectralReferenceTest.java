package io.auralis.engine.fingerprint;

import static io.auralis.contracts.fingerprint.FingerprintDimension.SPECTRAL_CENTROID;
import static io.auralis.contracts.fingerprint.FingerprintDimension.SPECTRAL_FLATNESS;
import static io.auralis.contracts.fingerprint.FingerprintDimension.SPECTRAL_ROLLOFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.mastering.Masterer;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.meter.ReferenceMeters;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Centroid, rolloff and flatness beside FFmpeg's aspectralstats on a minute of real songs. FFmpeg looks at all lines of one
 * channel, from 0 Hz on, and its flatness is of magnitudes: so the songs are one channel at 22.05 kHz, where ours looks at the
 * same lines but the lowest, with less bass, which would fill that one, and with a noise 60 dB down, so that no line lies under
 * the floor that ours puts under a line. The flatness of powers follows from FFmpeg's flatness, mean and variance of magnitudes.
 */
@Tag("long")
class SpectralReferenceTest {
    private static final double PERCENT = 1;
    private static final String SAME_LINES = "pan=mono|c0=c0,highpass=f=120,highpass=f=120,aresample=22050[song];"
            + "anoisesrc=r=22050:a=0.001:seed=1:d=60[noise];[song][noise]amix=inputs=2:normalize=0:duration=shortest";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/usr/share/games/fretsonfire/data/songs/muldjord/armygeddon/song.ogg",
                "/usr/share/games/fretsonfire/data/songs/muldjord/chaos_god/song.ogg",
                "/usr/share/games/fretsonfire/data/songs/muldjord/internal_degeneration/song.ogg",
                "/usr/share/games/fretsonfire/data/songs/muldjord/mutilated_mime/song.ogg",
                "/usr/share/games/frozen-bubble/snd/frozen-mainzik-1p.ogg",
                "/usr/share/games/frozen-bubble/snd/frozen-mainzik-2p.ogg"
            })
    void centroidRolloffAndFlatnessAreFfmpegsWithinOnePercent(String song) {
        assertThat(Files.exists(Path.of(song)))
                .as("%s; apt install fretsonfire-songs-muldjord frozen-bubble-data", song)
                .isTrue();
        Path wav = folder.resolve("song.wav");
        ReferenceMeters.run(List.of(
                "ffmpeg",
                "-v",
                "error",
                "-y",
                "-ss",
                "30",
                "-t",
                "60",
                "-i",
                song,
                "-filter_complex",
                SAME_LINES,
                "-c:a",
                "pcm_f32le",
                wav.toString()));
        List<String> lines = ReferenceMeters.run(List.of(
                "ffmpeg",
                "-v",
                "error",
                "-i",
                wav.toString(),
                "-af",
                "aspectralstats=win_size=1024:win_func=hann:overlap=0.5,ametadata=print:file=-",
                "-f",
                "null",
                "-"));
        double[] flatnesses = all(lines, "flatness");
        double[] means = all(lines, "mean");
        double[] variances = all(lines, "variance");
        for (int i = 0; i < flatnesses.length; i++) {
            double geometric = flatnesses[i] * means[i];
            flatnesses[i] = geometric * geometric / (variances[i] + means[i] * means[i]);
        }
        Fingerprint own =
                new Masterer(MediaFile::of).analyse(wav, Progress.NONE).fingerprint();
        SoftAssertions softly = new SoftAssertions();
        check(softly, own, SPECTRAL_CENTROID, median(all(lines, "centroid")));
        check(softly, own, SPECTRAL_ROLLOFF, median(all(lines, "rolloff")));
        check(softly, own, SPECTRAL_FLATNESS, median(flatnesses));
        softly.assertAll();
    }

    private static void check(SoftAssertions softly, Fingerprint own, FingerprintDimension dimension, double expected) {
        softly.assertThat(own.value(dimension)).as(dimension.key()).isCloseTo(expected, withinPercentage(PERCENT));
    }

    private static double[] all(List<String> lines, String statistic) {
        String start = "lavfi.aspectralstats.1." + statistic + "=";
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(start.length())))
                .toArray();
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
