package io.auralis.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSink;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.AudioTrack;
import io.auralis.engine.audio.MemoryTrack;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WritingTest {
    private static final List<Tag> TAGS = List.of(
            new Tag("title", "Ünïcode – 歌"),
            new Tag("artist", "One"),
            new Tag("artist", "Two"),
            new Tag("album_artist", "Various"),
            new Tag("track", "3/12"),
            new Tag("ISRC", "DEA123456789"),
            new Tag("MUSICBRAINZ_TRACKID", "0f1e2d3c"),
            new Tag("My own tag", "kept, letter for letter"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(
            value = OutputFormat.class,
            names = {"FLAC", "WAV", "AIFF", "WAVPACK", "ALAC"})
    void sixteenBitsComeBackAsTheyWere(OutputFormat container) {
        MemoryTrack track = Samples.music(44_100, 1.2345);
        Path file = folder.resolve("out." + container.extension());

        write(file, spec(container, track, 16, List.of(), Optional.empty()), track);

        assertThat(Samples.of(file)).isDeepEqualTo(Samples.of(track));
        assertThat(MediaFile.of(file).info().bitDepth()).isEqualTo(16);
    }

    @ParameterizedTest
    @EnumSource(
            value = OutputFormat.class,
            names = {"FLAC", "WAV", "AIFF", "WAVPACK", "ALAC"})
    void twentyFourBitsComeBackAsTheyWere(OutputFormat container) {
        double step = 1.0 / (1 << 23);
        MemoryTrack track = new MemoryTrack(
                96_000, MemoryTrack.channel(96_000, 0.5, i -> (i * 7919 % (1 << 24) - (1 << 23)) * step));
        Path file = folder.resolve("out." + container.extension());

        write(file, spec(container, track, 24, List.of(), Optional.empty()), track);

        assertThat(Samples.of(file)).isDeepEqualTo(Samples.of(track));
        assertThat(MediaFile.of(file).info().bitDepth()).isEqualTo(24);
    }

    @Test
    void flacKeepsEveryTagAndTheCover() {
        MemoryTrack track = Samples.music(44_100, 0.5);
        byte[] png = Pictures.png();
        CoverPicture cover = new CoverPicture(avcodec.AV_CODEC_ID_PNG, 16, 16, png);
        Path file = folder.resolve("out.flac");

        write(file, spec(OutputFormat.FLAC, track, 16, TAGS, Optional.of(cover)), track);

        MediaInfo info = MediaFile.of(file).info();
        // Vorbis comments call two of FFmpeg's generic names otherwise.
        List<Tag> named = TAGS.stream()
                .map(tag -> new Tag(
                        tag.name().equals("album_artist")
                                ? "ALBUMARTIST"
                                : tag.name().equals("track") ? "TRACKNUMBER" : tag.name(),
                        tag.value()))
                .toList();
        assertThat(info.tags()).containsExactlyElementsOf(named);
        assertThat(info.cover())
                .hasValueSatisfying(kept -> assertThat(kept.bytes()).isEqualTo(png));
        assertThat(Samples.of(file)).isDeepEqualTo(Samples.of(track));
    }

    @Test
    void tagsThatDescribeTheOldSamplesAreNotCarriedOver() {
        MemoryTrack track = Samples.music(44_100, 0.1);
        List<Tag> stale = List.of(
                new Tag("title", "kept"),
                new Tag("REPLAYGAIN_TRACK_GAIN", "-7.3 dB"),
                new Tag("replaygain_album_peak", "0.98"),
                new Tag("R128_TRACK_GAIN", "-512"),
                new Tag("iTunNORM", "0000"),
                new Tag("encoder", "Lavf59"));
        Path file = folder.resolve("out.flac");

        write(file, spec(OutputFormat.FLAC, track, 16, stale, Optional.empty()), track);

        assertThat(MediaFile.of(file).info().tags()).containsExactly(new Tag("title", "kept"));
    }

    @Test
    void wavKeepsEveryTagAndTheCover() {
        MemoryTrack track = Samples.music(44_100, 0.5);
        byte[] png = Pictures.png();
        CoverPicture cover = new CoverPicture(avcodec.AV_CODEC_ID_PNG, 16, 16, png);
        Path file = folder.resolve("out.wav");

        write(file, spec(OutputFormat.WAV, track, 16, TAGS, Optional.of(cover)), track);

        MediaInfo info = MediaFile.of(file).info();
        assertThat(info.tags().stream().map(Tag::value))
                .contains("Ünïcode – 歌", "Various", "3/12", "DEA123456789", "0f1e2d3c");
        assertThat(info.cover())
                .hasValueSatisfying(kept -> assertThat(kept.bytes()).isEqualTo(png));
        assertThat(Samples.of(file)).isDeepEqualTo(Samples.of(track));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyNumberOfChannelsIsWritten(int channels) {
        MemoryTrack track = Samples.music(48_000, channels, 0.2);

        for (OutputFormat container : OutputFormat.values()) {
            Path file = folder.resolve("out." + container.extension());
            if (container.lossy()) {
                continue;
            }
            write(file, spec(container, track, 16, List.of(), Optional.empty()), track);
            assertThat(Samples.of(file)).isDeepEqualTo(Samples.of(track));
        }
    }

    @Test
    void theSameSamplesGiveTheSameBytes() throws IOException {
        MemoryTrack track = Samples.music(44_100, 1);

        write(folder.resolve("a.flac"), spec(OutputFormat.FLAC, track, 16, TAGS, Optional.empty()), track);
        write(folder.resolve("b.flac"), spec(OutputFormat.FLAC, track, 16, TAGS, Optional.empty()), track);

        assertThat(folder.resolve("a.flac")).hasSameBinaryContentAs(folder.resolve("b.flac"));
    }

    @Test
    void nothingAppearsBeforeTheFileIsWhole() throws IOException {
        MemoryTrack track = Samples.music(44_100, 1);
        Path file = folder.resolve("out.flac");

        try (AudioSink sink = MediaWriter.open(file, spec(OutputFormat.FLAC, track, 16, List.of(), Optional.empty()))) {
            copy(track, sink);
            assertThat(file).doesNotExist();
        }

        assertThat(files()).isEmpty();
    }

    @Test
    void anExistingFileStaysUntilTheNewOneIsWhole() throws IOException {
        MemoryTrack track = Samples.music(44_100, 1);
        Path file = folder.resolve("out.flac");
        Files.writeString(file, "the old one");

        try (AudioSink sink = MediaWriter.open(file, spec(OutputFormat.FLAC, track, 16, List.of(), Optional.empty()))) {
            copy(track, sink);
            assertThat(file).hasContent("the old one");
            sink.finish();
        }

        assertThat(Samples.of(file)).isDeepEqualTo(Samples.of(track));
        assertThat(files()).containsExactly("out.flac");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 10_000, 60_000})
    void aFullDiskIsOneSentenceAndLeavesNothing(long room) throws IOException {
        MemoryTrack track = Samples.music(44_100, 5);
        for (OutputFormat container : OutputFormat.values()) {
            Path file = folder.resolve("out." + container.extension());
            OutputSpec spec = spec(container, track, 24, TAGS, Optional.empty());

            assertThatThrownBy(() -> {
                        try (AudioSink sink = new EncodedSink(file, spec, channel -> new FullDisk(channel, room))) {
                            copy(track, sink);
                            sink.finish();
                        }
                    })
                    .isInstanceOfSatisfying(MediaException.class, failed -> {
                        assertThat(failed.kind()).isEqualTo(MediaException.Kind.OUTPUT_FAILED);
                        assertThat(failed)
                                .hasMessageContaining("the disk is full")
                                .hasRootCauseMessage("No space left");
                    });
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void aMissingFolderIsNamedAsTheReason() {
        MemoryTrack track = Samples.music(44_100, 0.1);
        OutputSpec spec = spec(OutputFormat.WAV, track, 16, List.of(), Optional.empty());

        assertThatThrownBy(() -> MediaWriter.open(folder.resolve("no/such/out.wav"), spec))
                .isInstanceOf(MediaException.class)
                .hasMessage("out.wav cannot be written: the folder "
                        + folder.resolve("no/such").toAbsolutePath() + " does not exist.");
    }

    /** The kernel's own folder lets not even its administrator make files. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatDoesNotPermitItIsNamedAsTheReason() {
        MemoryTrack track = Samples.music(44_100, 0.1);
        OutputSpec spec = spec(OutputFormat.WAV, track, 16, List.of(), Optional.empty());

        assertThatThrownBy(() -> MediaWriter.open(Path.of("/proc/out.wav"), spec))
                .isInstanceOf(MediaException.class)
                .hasMessage("out.wav cannot be written: its folder does not permit it.");
    }

    @Test
    void aFolderInThePlaceOfTheFileIsNamedAsTheReason() throws IOException {
        MemoryTrack track = Samples.music(44_100, 0.1);
        OutputSpec spec = spec(OutputFormat.WAV, track, 16, List.of(), Optional.empty());
        Path inTheWay = Files.createDirectory(folder.resolve("out.wav"));

        assertThatThrownBy(() -> MediaWriter.open(inTheWay, spec))
                .isInstanceOf(MediaException.class)
                .hasMessage("out.wav cannot be written: it is a folder.");
    }

    @Test
    void aSampleBeyondFullScaleIsTheCallersMistake() {
        MemoryTrack track = new MemoryTrack(44_100, new double[] {1.0});
        OutputSpec spec = spec(OutputFormat.WAV, track, 16, List.of(), Optional.empty());

        assertThatThrownBy(() -> write(folder.resolve("out.wav"), spec, track))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.0");
    }

    @Test
    void theNameOfTheFileSaysItsFormat() {
        assertThat(OutputFormat.of(Path.of("a.FLAC"))).isEqualTo(OutputFormat.FLAC);
        assertThat(OutputFormat.of(Path.of("a.aif"))).isEqualTo(OutputFormat.AIFF);
        assertThat(OutputFormat.of(Path.of("a.m4a"))).isEqualTo(OutputFormat.AAC);
        assertThat(OutputFormat.of(Path.of("a.m4a"), Optional.of(OutputFormat.ALAC)))
                .isEqualTo(OutputFormat.ALAC);
        assertThatThrownBy(() -> OutputFormat.of(Path.of("song.aac")))
                .isInstanceOf(MediaException.class)
                .hasMessage("song.aac cannot be written: an output file's name must end in .flac, .wav, .aiff, .wv,"
                        + " .m4a, .mp3 or .opus.");
        assertThatThrownBy(() -> OutputFormat.of(Path.of("song.ogg")))
                .isInstanceOf(MediaException.class)
                .hasMessage(
                        "song.ogg cannot be written: there is no maintained Vorbis encoder; end the name in .opus for"
                                + " Opus, its successor.");
        assertThatThrownBy(() -> OutputFormat.of(Path.of("song.flac"), Optional.of(OutputFormat.ALAC)))
                .isInstanceOf(MediaException.class)
                .hasMessage("song.flac cannot be written: ALAC goes into a file whose name ends in .m4a.");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> listed = Files.list(folder)) {
            return listed.map(path -> path.getFileName().toString()).toList();
        }
    }

    private static OutputSpec spec(
            OutputFormat container, MemoryTrack track, int bitDepth, List<Tag> tags, Optional<CoverPicture> cover) {
        return new OutputSpec(container, track.format(), bitDepth, 0, tags, cover);
    }

    private static void write(Path file, OutputSpec spec, AudioTrack track) {
        try (AudioSink sink = MediaWriter.open(file, spec)) {
            copy(track, sink);
            sink.finish();
        }
    }

    private static void copy(AudioTrack track, AudioSink sink) {
        try (AudioSource source = track.open()) {
            AudioBlock block = new AudioBlock(source.format().channels(), 777);
            while (source.read(block)) {
                sink.write(block);
            }
        }
    }

    /** A disk with so much room and no more. */
    private static final class FullDisk implements SeekableByteChannel {
        private final SeekableByteChannel channel;
        private final long room;

        FullDisk(SeekableByteChannel channel, long room) {
            this.channel = channel;
            this.room = room;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            if (channel.position() + bytes.remaining() > room) {
                throw new IOException("No space left");
            }
            return channel.write(bytes);
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return channel.read(bytes);
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            channel.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            channel.truncate(size);
            return this;
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
