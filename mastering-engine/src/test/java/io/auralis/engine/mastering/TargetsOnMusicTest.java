package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.OutputFormat;
import io.auralis.engine.media.OutputSpec;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.meter.ReferenceMeters;
import io.auralis.engine.meter.TrackMeter;
import io.auralis.engine.plan.MasteringPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Crest factor and width reach their targets on whole un-mastered mixes: songs of Debian's fretsonfire-songs-muldjord. */
@Tag("long")
class TargetsOnMusicTest {
    private static final Path SONGS = Path.of("/usr/share/games/fretsonfire/data/songs/muldjord");
    private static final double RELATIVE_TOLERANCE = 0.05;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"armygeddon", "chaos_god", "internal_degeneration", "mutilated_mime"})
    void crestFactorAndWidthAreWithinFivePercentOfTheirTargets(String song) {
        Path parts = SONGS.resolve(song);
        assertThat(Files.isDirectory(parts))
                .as("%s; apt install fretsonfire-songs-muldjord", parts)
                .isTrue();
        Path mix = folder.resolve("mix.wav");
        ReferenceMeters.decode(List.of(parts.resolve("song.ogg"), parts.resolve("guitar.ogg")), 1, mix);
        Heard own = Heard.of(MediaFile.of(mix), List.of());
        MasteringPlan neutral = NeutralPlan.of(own.width());

        SoftAssertions softly = new SoftAssertions();
        // As far as the chain goes: a dense mix cannot lose the 6 dB that the chain allows, and then the report says
        // so.
        double crestDb = master(mix, own, neutral).meters().crestDb();
        Heard most = master(mix, own, NeutralPlan.with(neutral, "punch", crestDb - 6));
        double lowestDb = most.meters().crestDb();
        softly.assertThat(lowestDb < crestDb - 5.8
                        || most.notes().stream()
                                .anyMatch(note -> note.startsWith("Dynamics and width brought the crest factor")))
                .as("%s: a target that is out of reach is said", song)
                .isTrue();
        for (double part : new double[] {0.25, 0.5, 0.75, 0.95}) {
            double target = crestDb + part * (lowestDb - crestDb);
            Heard out = master(mix, own, NeutralPlan.with(neutral, "punch", target));
            check(softly, song + " crest", target, out.meters().crestDb());
        }
        // As far as the correlation guard lets them; twice the width would put hard-panned guitars out of phase.
        Heard widest = master(mix, own, NeutralPlan.with(neutral, "width", 2 * own.width()));
        softly.assertThat(widest.notes())
                .as("%s: a width that is out of reach is said", song)
                .anyMatch(note -> note.contains("out of phase"));
        softly.assertThat(widest.width()).isGreaterThan(1.1 * own.width());
        for (double part : new double[] {0.1, 0.5, 1.1}) {
            double target = own.width() * part;
            Heard out = master(mix, own, NeutralPlan.with(neutral, "width", target));
            check(softly, song + " width", target, out.width());
        }
        softly.assertAll();
    }

    private static void check(SoftAssertions softly, String name, double target, double reached) {
        System.out.printf(Locale.ROOT, "%-28s target %8.4f reached %8.4f%n", name, target, reached);
        softly.assertThat(Math.abs(reached - target) / target)
                .as("%s: target %s, reached %s", name, target, reached)
                .isLessThanOrEqualTo(RELATIVE_TOLERANCE);
    }

    private Heard master(Path mix, Heard own, MasteringPlan plan) {
        MediaFile file = MediaFile.of(mix);
        Path output = folder.resolve("out.wav");
        OutputSpec spec = OutputSpec.like(file.info(), OutputFormat.WAV, 24);
        Mastering mastering = new Mastering(
                file, file.info(), own.meters(), plan, output, spec, MasteringOptions.DEFAULT, Progress.NONE);
        mastering.carryOut();
        return Heard.of(MediaFile.of(output), mastering.notes());
    }

    /**
     * @param width side energy over mid plus side energy
     * @param notes of the mastering that it comes from
     */
    private record Heard(Meters meters, double width, List<String> notes) {
        static Heard of(MediaFile file, List<String> notes) {
            try (AudioSource source = file.open()) {
                TrackMeter meter = new TrackMeter(source.format());
                AudioBlock block = new AudioBlock(source.format().channels(), 4_096);
                double mid = 0;
                double side = 0;
                while (source.read(block)) {
                    meter.accept(block);
                    for (int i = 0; i < block.frames(); i++) {
                        double sum = block.channel(0)[i] + block.channel(1)[i];
                        double difference = block.channel(0)[i] - block.channel(1)[i];
                        mid += sum * sum;
                        side += difference * difference;
                    }
                }
                return new Heard(meter.finish(), side / (mid + side), notes);
            }
        }
    }
}
