package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.meter.ReferenceMeters;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Dynamics on whole un-mastered mixes with their bass 6 dB up, so that the bass drum makes the peaks: the crest factor is
 * where it is to be, loudness range and tonal balance stay, and the cymbals' gain does not follow the drum as it does with
 * one gain for all frequencies. Songs of Debian's fretsonfire-songs-muldjord.
 */
@Tag("long")
class DynamicsOnMusicTest {
    private static final Path SONGS = Path.of("/usr/share/games/fretsonfire/data/songs/muldjord");
    private static final double TREBLE_HZ = 6_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "armygeddon, -2", "chaos_god, -2", "internal_degeneration, -2", "mutilated_mime, -2",
        "armygeddon, 1.5", "chaos_god, 1.5", "internal_degeneration, 1.5", "mutilated_mime, 1.5"
    })
    void peaksAreMovedAndTheRestStays(String song, double change) {
        Path parts = SONGS.resolve(song);
        Path mix = folder.resolve("mix.wav");
        ReferenceMeters.decode(List.of(parts.resolve("song.ogg"), parts.resolve("guitar.ogg")), 0.5, mix);
        MediaFile file = MediaFile.of(mix);
        AudioFormat format = file.info().format();
        int rate = format.sampleRateHz();
        StagedTrack heavy = new StagedTrack(
                file,
                () -> List.of(new FilterStage(
                        format,
                        List.of(BiquadCoefficients.highShelf(150, Math.sqrt(0.5), -6, rate)
                                .amplified(6)))));
        double[][] in = samples(heavy, List.of());
        Meters own = Measuring.meters(rate, in);
        DynamicsProbe probe = new DynamicsProbe(format, own.truePeakDbtp());
        Chain.run(heavy, List.of(), Progress.NONE, "", probe.parts());
        probe.finish();
        DynamicsSetting setting = probe.settingFor(own.crestDb() + change).orElseThrow();
        double[][] out = samples(heavy, List.of(new MultibandDynamics(format, setting)));
        double[][] control =
                samples(heavy, List.of(new MultibandDynamics(format, setting.requireCurve(), List.of(1.0), List.of())));
        Meters reached = Measuring.meters(rate, out);
        double[] treble = gainsDb(rate, in, out);
        double[] controlTreble = gainsDb(rate, in, control);
        double depth = deviation(treble);
        double controlDepth = deviation(controlTreble);
        System.out.printf(
                Locale.ROOT,
                "%-22s crest %.2f %+.1f reached %+.3f range %+.2f LU treble swings %.3f dB, one gain for all %.3f%n",
                song,
                own.crestDb(),
                change,
                reached.crestDb() - own.crestDb(),
                reached.loudnessRangeLu() - own.loudnessRangeLu(),
                depth,
                controlDepth);
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(Math.abs(reached.crestDb() - own.crestDb() - change)).isLessThan(0.15);
        softly.assertThat(Math.abs(reached.loudnessRangeLu() - own.loudnessRangeLu()))
                .isLessThan(0.6);
        softly.assertThat(depth).isLessThan(0.5 * controlDepth);
        for (double level : setting.levelsDb()) {
            softly.assertThat(Math.abs(level)).isLessThan(0.3);
        }
        softly.assertAll();
        assertThat(out[0]).hasSameSizeAs(in[0]);
    }

    /** All of it: one channel after another in room for five minutes. */
    private static double[][] samples(AudioTrack track, List<Stage> stages) {
        double[][] room = new double[2][300 * 48_000];
        int[] at = new int[1];
        Chain.run(track, stages, Progress.NONE, "", block -> {
            for (int channel = 0; channel < room.length; channel++) {
                System.arraycopy(block.channel(channel), 0, room[channel], at[0], block.frames());
            }
            at[0] += block.frames();
        });
        return new double[][] {Arrays.copyOf(room[0], at[0]), Arrays.copyOf(room[1], at[0])};
    }

    /** The gain over {@link #TREBLE_HZ} from 50 ms to 50 ms, dB; where there is next to nothing, none. */
    private static double[] gainsDb(int rate, double[][] in, double[][] out) {
        double[] before = levels(rate, in);
        double[] after = levels(rate, out);
        double loudest = Arrays.stream(before).max().orElseThrow();
        double[] gains = new double[before.length];
        int kept = 0;
        for (int i = 0; i < before.length && i < after.length; i++) {
            if (before[i] > 1e-3 * loudest && after[i] > 0) {
                gains[kept++] = Decibels.ofPower(after[i] / before[i]);
            }
        }
        return Arrays.copyOf(gains, kept);
    }

    private static double[] levels(int rate, double[][] samples) {
        Biquad first = new Biquad(BiquadCoefficients.highPass(TREBLE_HZ, rate));
        Biquad second = new Biquad(BiquadCoefficients.highPass(TREBLE_HZ, rate));
        int window = rate / 20;
        double[] levels = new double[samples[0].length / window];
        for (int i = 0; i < levels.length * window; i++) {
            double high = second.next(first.next(0.5 * (samples[0][i] + samples[1][i])));
            levels[i / window] += high * high;
        }
        return levels;
    }

    /** Standard deviation: in windows of 50 ms, that of the changes up to 10 Hz, which are heard as pumping. */
    private static double deviation(double[] gains) {
        double sum = 0;
        double squares = 0;
        for (double gain : gains) {
            sum += gain;
            squares += gain * gain;
        }
        double mean = sum / gains.length;
        return Math.sqrt(squares / gains.length - mean * mean);
    }
}
