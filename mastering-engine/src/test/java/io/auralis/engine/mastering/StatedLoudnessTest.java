package io.auralis.engine.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.audio.Progress;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.OutputFormat;
import io.auralis.engine.media.Samples;
import io.auralis.engine.media.Tag;
import io.auralis.engine.media.TaggedFile;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.PersonalTaste;
import io.auralis.engine.plan.Wish;
import io.auralis.engine.plan.Wishes;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedLoudnessTest {
    private static final BaseModel MODEL = BuiltInModels.newest().model();

    @TempDir
    Path folder;

    private MasteringReport master(Path input, OutputFormat format, MasteringOptions options) {
        OutputChoice output = new OutputChoice(
                options.output().bitDepth(),
                Optional.of(format),
                options.output().bitRateKbps(),
                options.output().dither(),
                options.output().statesLoudness());
        MasteringOptions chosen = new MasteringOptions(options.wishes(), options.phase(), output, options.match());
        return new Masterer(MediaFile::of)
                .master(
                        input,
                        folder.resolve("master." + format.extension()),
                        chosen,
                        MODEL,
                        PersonalTaste.NONE,
                        Progress.NONE);
    }

    /** A source of ours that states its loudness: Opus files by the one tag, all others by the other two. */
    private Path stating(OutputFormat format) {
        Path plain =
                TaggedFile.write(folder, OutputFormat.FLAC, song(), TaggedFile.TAGS, Optional.of(TaggedFile.cover()));
        MasteringOptions unchanged = new MasteringOptions(Wishes.ofAmount(0), OutputChoice.USUAL.stating(true));
        MasteringReport report = master(plain, format, unchanged);
        Path source = folder.resolve("source." + format.extension());
        assertThat(report.output().toFile().renameTo(source.toFile())).isTrue();
        return source;
    }

    private static MemoryTrack song() {
        return Samples.music(48_000, 3);
    }

    /** By lower-case names, as an FFmpeg demuxer reads them. */
    private static Map<String, String> tags(Path file) {
        Map<String, String> tags = new HashMap<>();
        for (Tag tag : MediaFile.of(file).info().tags()) {
            tags.put(tag.name().toLowerCase(Locale.ROOT), tag.value());
        }
        return tags;
    }

    private static Meters heard(Path file) {
        double[][] samples = Samples.of(file);
        return Measuring.meters(MediaFile.of(file).info().format().sampleRateHz(), samples);
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void aSourceThatStatesItsLoudnessGetsItsMasters(OutputFormat format) {
        MasteringReport report = master(stating(OutputFormat.FLAC), format, MasteringOptions.DEFAULT);

        Map<String, String> tags = tags(report.output());
        Meters heard = heard(report.output());
        double lufs = heard.integratedLufs();
        if (format == OutputFormat.OPUS) {
            assertThat(Integer.parseInt(tags.get("r128_track_gain")) / 256.0).isCloseTo(-23 - lufs, within(0.003));
            assertThat(tags).doesNotContainKey("replaygain_track_gain");
        } else {
            assertThat(tags.get("replaygain_track_gain")).matches("[+-]\\d+\\.\\d\\d dB");
            assertThat(Double.parseDouble(tags.get("replaygain_track_gain").replace(" dB", "")))
                    .isCloseTo(-18 - lufs, within(0.00501));
            assertThat(tags.get("replaygain_track_peak")).matches("\\d\\.\\d{6}");
            assertThat(Double.parseDouble(tags.get("replaygain_track_peak")))
                    .isCloseTo(
                            Decibels.toRatio(Math.max(
                                    heard.truePeak16xDbtp(), report.after().truePeakDbtp())),
                            within(0.000_001));
        }
        assertThat(tags.keySet()).noneMatch(name -> name.contains("album_gain") || name.contains("album_peak"));
    }

    @Test
    void anOpusSourceThatStatesItsLoudnessGetsReplayGainInOtherFiles() {
        MasteringReport report = master(stating(OutputFormat.OPUS), OutputFormat.FLAC, MasteringOptions.DEFAULT);

        assertThat(tags(report.output())).containsKey("replaygain_track_gain").doesNotContainKey("r128_track_gain");
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void aSourceThatStatesNothingGetsNothing(OutputFormat format) {
        Path plain = TaggedFile.write(folder, OutputFormat.FLAC, song(), TaggedFile.TAGS, Optional.empty());

        assertThat(tags(master(plain, format, MasteringOptions.DEFAULT).output())
                        .keySet())
                .noneMatch(name -> name.startsWith("replaygain") || name.startsWith("r128"));
    }

    /** From one whose gain is longer than the plan's to one whose is shorter. */
    @ParameterizedTest
    @ValueSource(doubles = {-7.9, -8.05, -14, -18, -27.9, -28.1, -36})
    void theGainIsStatedAtEveryLoudness(double lufs) {
        Path plain = TaggedFile.write(folder, OutputFormat.FLAC, song(), TaggedFile.TAGS, Optional.empty());
        MasteringOptions options =
                new MasteringOptions(Wishes.NONE.withLoudness(Wish.asked(lufs)), OutputChoice.USUAL.stating(true));
        for (OutputFormat format : List.of(OutputFormat.MP3, OutputFormat.OPUS)) {
            MasteringReport report = master(plain, format, options);
            Map<String, String> tags = tags(report.output());
            double stated = format == OutputFormat.OPUS
                    ? -23 - Integer.parseInt(tags.get("r128_track_gain")) / 256.0
                    : -18 - Double.parseDouble(tags.get("replaygain_track_gain").replace(" dB", ""));
            assertThat(stated).isCloseTo(report.after().integratedLufs(), within(0.051));
        }
    }

    /** Else a player that guards against clipping would play the album softer than it need. */
    @ParameterizedTest
    @ValueSource(strings = {"flac", "m4a"})
    void aQuietAlbumStatesItsOwnPeak(String extension) {
        MasteringOptions options =
                new MasteringOptions(Wishes.NONE.withLoudness(Wish.asked(-30)), OutputChoice.USUAL.stating(true));
        Path input = TaggedFile.write(folder, OutputFormat.FLAC, song(), TaggedFile.TAGS, Optional.empty());

        AlbumTrackReport report = MasteredAlbum.of(folder, options, extension, List.of(input))
                .tracks()
                .get(0);

        double stated = 20
                * Math.log10(Double.parseDouble(tags(report.report().output()).get("replaygain_album_peak")));
        double peak = report.report().after().truePeakDbtp();
        assertThat(peak).as("the test needs a peak far under the ceiling").isLessThan(-6);
        assertThat(stated).isBetween(peak, peak + (extension.equals("flac") ? 0.2 : 2.5));
    }

    @Test
    void anAlbumsTracksStateTheAlbumToo() {
        MasteringOptions options = new MasteringOptions(Wishes.NONE, OutputChoice.USUAL.stating(true));
        Path input = TaggedFile.write(folder, OutputFormat.FLAC, song(), TaggedFile.TAGS, Optional.empty());

        AlbumTrackReport report = MasteredAlbum.of(folder, options, "flac", List.of(input))
                .tracks()
                .get(0);

        Map<String, String> tags = tags(report.report().output());
        double lufs = report.loudness().integratedLufs();
        assertThat(Double.parseDouble(tags.get("replaygain_album_gain").replace(" dB", "")))
                .isCloseTo(-18 - lufs, within(0.1));
        assertThat(Double.parseDouble(tags.get("replaygain_album_peak")))
                .isGreaterThanOrEqualTo(Double.parseDouble(tags.get("replaygain_track_peak")));
    }
}
