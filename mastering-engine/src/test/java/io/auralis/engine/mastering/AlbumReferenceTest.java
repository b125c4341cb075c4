package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.auralis.engine.audio.Progress;
import io.auralis.engine.media.Encoding;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.plan.MasteringPlan;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlbumReferenceTest {
    private static final int RATE_HZ = 44_100;

    @TempDir
    Path folder;

    private List<Path> songs;
    private Path other;
    private Reference reference;

    @BeforeEach
    void songs() {
        songs = List.of(
                Encoding.WAV_FLOAT.write(folder, "loud", ColouredNoise.of(5, RATE_HZ, 0.03, 0.2, 0, 0)),
                Encoding.WAV_FLOAT.write(folder, "quiet", ColouredNoise.of(7, RATE_HZ, 0.02, 0.25, 3, 1)));
        other = Encoding.WAV_FLOAT.write(folder, "other", ColouredNoise.of(6, 48_000, 0.08, 0.3, 6, -5));
        reference = new Masterer(MediaFile::of).reference(other, Progress.NONE);
    }

    private MasteredAlbum master(double amount) {
        MasteringOptions options =
                MasteringOptions.DEFAULT.matching(Optional.of(new ReferenceMatch(reference, amount)));
        return MasteredAlbum.of(folder, options, "flac", songs);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5})
    void theAlbumComesToTheReferencesToneAndLoudnessByAsMuchAsAsked(double amount) {
        MasteredAlbum album = master(amount);
        double[] theirs = ThirdOctaves.of(other);
        double start = ThirdOctaves.deviation(together(songs), theirs);
        List<Path> outputs =
                album.reports().stream().map(MasteringReport::output).toList();
        double reached = ThirdOctaves.deviation(together(outputs), theirs);
        assertThat(start).as("the test needs songs that differ").isGreaterThan(2);
        assertThat(reached).isCloseTo((1 - amount) * start, within(0.3));

        double own = album.decided().before().integratedLufs();
        double theirLufs = reference.meters().integratedLufs();
        assertThat(album.albumLufs()).isCloseTo(own + amount * (theirLufs - own), within(0.1));
    }

    @Test
    void allTracksGetOneCurveAndKeepWhatTellsThemApart() {
        MasteredAlbum album = master(1);
        assertThat(album.reports())
                .extracting(MasteringReport::plan)
                .extracting(MasteringPlan::match)
                .containsOnly(album.decided().plan().whole().match())
                .doesNotContainNull();
        double apart = ThirdOctaves.deviation(ThirdOctaves.of(songs.get(0)), ThirdOctaves.of(songs.get(1)));
        assertThat(apart).as("the test needs songs that differ").isGreaterThan(0.5);
        assertThat(ThirdOctaves.deviation(
                        ThirdOctaves.of(album.reports().get(0).output()),
                        ThirdOctaves.of(album.reports().get(1).output())))
                .isCloseTo(apart, within(0.1));
        double before = album.reports().get(0).before().integratedLufs()
                - album.reports().get(1).before().integratedLufs();
        assertThat(album.distanceLu(0, 1)).isCloseTo(before, within(0.1));
    }

    /** Levels of files of one rate, one after the other. */
    private static double[] together(List<Path> files) {
        double[] power = new double[ThirdOctaves.of(files.get(0)).length];
        for (Path file : files) {
            double[] levels = ThirdOctaves.of(file);
            Arrays.setAll(power, band -> power[band] + Math.pow(10, levels[band] / 10));
        }
        return Arrays.stream(power).map(one -> 10 * Math.log10(one)).toArray();
    }
}
