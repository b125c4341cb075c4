package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.media.Encoding;
import io.auralis.engine.media.MediaException;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.Samples;
import io.auralis.engine.media.Tag;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.PersonalPart;
import io.auralis.engine.plan.PersonalTaste;
import io.auralis.engine.plan.ToneBand;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditionMastererTest {
    private static final int RATE_HZ = 44_100;

    private final AuditionMasterer masterer =
            new AuditionMasterer(MediaFile::of, BuiltInModels.newest().model());

    @TempDir
    Path folder;

    private record Heard(double[][] lower, double[][] higher, AuditionPair pair) {
        double change(ToneBand band) {
            return Measuring.levelDb(RATE_HZ, higher, band.centreHz())
                    - Measuring.levelDb(RATE_HZ, lower, band.centreHz());
        }
    }

    private Heard compare(MemoryTrack song, TasteDimension dimension, double lower, double higher) {
        Path input = Encoding.FLAC.write(folder, "song", song, List.of(new Tag("title", "A name")));
        HeardPassage heard = masterer.listen(input, Progress.NONE);
        Path a = folder.resolve("A.wav");
        Path b = folder.resolve("B.wav");
        AuditionPair pair = masterer.make(heard, only(dimension, lower), only(dimension, higher), a, b, Progress.NONE);
        assertThat(MediaFile.of(a).info().tags()).as("no name").isEmpty();
        assertThat(MediaFile.of(a).info()).isEqualTo(MediaFile.of(b).info());
        return new Heard(Samples.of(a), Samples.of(b), pair);
    }

    /** A tone in each band, long enough to be a passage. */
    private static MemoryTrack tones() {
        double[][] once = Samples.of(TonePlan.tones(RATE_HZ));
        double[][] many = new double[once.length][];
        for (int channel = 0; channel < once.length; channel++) {
            double[][] pieces = new double[4][];
            Arrays.fill(pieces, once[channel]);
            many[channel] = MemoryTrack.join(pieces);
        }
        return new MemoryTrack(RATE_HZ, many);
    }

    private static PersonalTaste only(TasteDimension dimension, double value) {
        return type -> Map.of(dimension, new PersonalPart(value, "to be compared"));
    }

    private void assertEquallyLoudUnderTheCeiling(Heard heard) {
        Meters lower = Measuring.meters(RATE_HZ, heard.lower());
        Meters higher = Measuring.meters(RATE_HZ, heard.higher());
        assertThat(higher.integratedLufs()).isCloseTo(lower.integratedLufs(), within(0.1));
        double ceiling = heard.pair().first().plan().value("ceiling");
        assertThat(Math.max(lower.truePeak16xDbtp(), higher.truePeak16xDbtp())).isLessThanOrEqualTo(ceiling);
        assertThat(heard.lower()[0]).hasSameSizeAs(heard.higher()[0]);
    }

    @ParameterizedTest
    @EnumSource(ToneBand.class)
    void a_band_differs_by_what_the_tastes_do_and_the_loudness_by_nothing(ToneBand band) {
        Heard heard = compare(tones(), band.taste(), -0.75, 0.75);
        assertEquallyLoudUnderTheCeiling(heard);
        double others = 0;
        for (ToneBand other : ToneBand.values()) {
            others += other == band ? 0 : heard.change(other) / (ToneBand.values().length - 1);
        }
        // Dynamics come after the tone and hear the difference, too; ParameterEffectTest has the tone alone to 0.05 dB.
        assertThat(heard.change(band) - others).isCloseTo(1.5, within(0.3));
    }

    @Test
    void width_and_crest_factor_differ_the_way_they_should() {
        MemoryTrack music = Samples.narrowed(Samples.music(RATE_HZ, 12), 0.5);
        Heard width = compare(music, TasteDimension.WIDTH, -0.05, 0.05);
        assertEquallyLoudUnderTheCeiling(width);
        double planned = width.pair().second().plan().value("width")
                - width.pair().first().plan().value("width");
        assertThat(Measuring.width(width.higher()) - Measuring.width(width.lower()))
                .isCloseTo(planned, within(0.2 * planned))
                .isPositive();
        Heard punch = compare(Samples.withBass(music), TasteDimension.PUNCH, -1, 1);
        assertEquallyLoudUnderTheCeiling(punch);
        assertThat(Measuring.meters(RATE_HZ, punch.higher()).crestDb()
                        - Measuring.meters(RATE_HZ, punch.lower()).crestDb())
                .isGreaterThan(0.5);
    }

    @Test
    void what_the_crest_guard_holds_back_is_made_as_loud_as_the_other() {
        SplittableRandom random = new SplittableRandom(5);
        // Rare peaks over a quiet carpet: neither reaches the loudness that is planned, and each falls short by another
        // amount.
        double[] spiky = MemoryTrack.channel(
                RATE_HZ,
                8,
                i -> 0.004 * (random.nextDouble() - 0.5)
                        + (i % RATE_HZ < 400 ? 0.9 * Math.sin(2 * Math.PI * 50 * i / RATE_HZ) : 0));
        Heard heard = compare(new MemoryTrack(RATE_HZ, spiky, spiky), TasteDimension.BASS, -1, 1);
        assertEquallyLoudUnderTheCeiling(heard);
    }

    @Test
    void the_passage_of_a_long_song_is_its_loud_part() {
        MemoryTrack music = Samples.music(RATE_HZ, 26);
        double[] loud = Samples.of(music)[0];
        double[] quiet = MemoryTrack.channel(RATE_HZ, 20, i -> 0.1 * loud[i]);
        double[] song = MemoryTrack.join(quiet, loud, quiet);
        Path input = Encoding.FLAC.write(folder, "song", new MemoryTrack(RATE_HZ, song, song));
        HeardPassage heard = masterer.listen(input, Progress.NONE);
        assertThat(heard.passage().startSeconds()).isBetween(20.0, 21.0);
        assertThat(heard.own().meters().integratedLufs())
                .isGreaterThan(heard.track().meters().integratedLufs());
        assertThat(Samples.of(heard.file())[0]).hasSize(25 * RATE_HZ);
    }

    @Test
    void silence_has_nothing_to_compare_by() {
        double[] nothing = new double[6 * RATE_HZ];
        Path input = Encoding.FLAC.write(folder, "silence", new MemoryTrack(RATE_HZ, nothing, nothing));
        assertThatThrownBy(() -> masterer.listen(input, Progress.NONE))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("nothing to compare by");
    }
}
