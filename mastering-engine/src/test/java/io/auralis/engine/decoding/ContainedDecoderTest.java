package io.auralis.engine.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.media.Encoding;
import io.auralis.engine.media.MediaException;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.MediaInfo;
import io.auralis.engine.media.OutputFormat;
import io.auralis.engine.media.Samples;
import io.auralis.engine.media.Tag;
import io.auralis.engine.media.TaggedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes through the pipe is what the same code gives in this process. */
@Timeout(120)
class ContainedDecoderTest {
    private final ContainedDecoder decoder = new ContainedDecoder();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        decoder.close();
        assertThat(running()).isZero();
    }

    private static long running() {
        return decoders().count();
    }

    private static Stream<ProcessHandle> decoders() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().commandLine().orElse("").contains(DecoderMain.class.getName()));
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void everySampleAndEveryPropertyComesThrough(Encoding encoding) {
        Path song = encoding.write(
                folder, "sång", Samples.music(encoding.sampleRateHz(), 1.3), List.of(new Tag("title", "歌")));

        MediaFile contained = decoder.read(song);

        assertThat(contained.info()).isEqualTo(MediaFile.of(song).info());
        assertThat(Samples.of(contained)).isDeepEqualTo(Samples.of(song));
        assertThat(Samples.of(contained)).as("read again").isDeepEqualTo(Samples.of(song));
    }

    @Test
    void aSampleThatNoFloatHoldsComesThrough() {
        AudioBlock block = new AudioBlock(2, 3);
        block.setFrames(3);
        block.channel(0)[1] = 0.1;
        block.channel(1)[2] = -1e-300;

        ReceivedBlock received = new ReceivedBlock(2);
        received.take(BlockFrame.of(block));

        double[] left = new double[4];
        double[] right = new double[4];
        received.copy(0, 0, left, 1, 3);
        received.copy(1, 1, right, 0, 2);
        assertThat(left).containsExactly(0, 0, 0.1, 0);
        assertThat(right).containsExactly(0, -1e-300, 0, 0);
    }

    @Test
    void tagsAndCoverComeThrough() {
        Path song = TaggedFile.write(
                folder,
                OutputFormat.FLAC,
                Samples.music(44_100, 0.2),
                TaggedFile.TAGS,
                Optional.of(TaggedFile.cover()));

        MediaInfo info = decoder.read(song).info();

        assertThat(info.tags())
                .isEqualTo(MediaFile.of(song).info().tags())
                .hasSizeGreaterThanOrEqualTo(TaggedFile.TAGS.size());
        assertThat(info.cover().orElseThrow()).usingRecursiveComparison().isEqualTo(TaggedFile.cover());
    }

    @Test
    void aBadFileIsRefusedInTheSameWords() throws IOException {
        Path song = Encoding.FLAC.write(folder, "song", Samples.music(44_100, 2));
        byte[] whole = Files.readAllBytes(song);
        Path cut = Files.write(folder.resolve("cut.flac"), Arrays.copyOf(whole, whole.length / 2));
        for (Path bad : List.of(folder.resolve("gone.flac"), folder, cut)) {
            Throwable here = catchThrowable(() -> Samples.of(bad));

            assertThatThrownBy(() -> Samples.of(decoder.read(bad)))
                    .isInstanceOfSatisfying(
                            MediaException.class, e -> assertThat(e.kind()).isEqualTo(MediaException.Kind.BAD_INPUT))
                    .hasMessage(here.getMessage());
        }
        assertThat(Samples.of(decoder.read(song))).isDeepEqualTo(Samples.of(song));
    }

    @Test
    void oneProcessServesOneFileAfterTheOtherAndAsManyAsAreReadAtOnceWorkTogether() {
        Path one = Encoding.WAV.write(folder, "one", Samples.music(44_100, 3));
        Path other = Encoding.FLAC.write(folder, "other", Samples.music(48_000, 3));
        for (int i = 0; i < 3; i++) {
            Samples.of(decoder.read(one));
            Samples.of(decoder.read(other));
        }
        assertThat(running()).isEqualTo(1);
        try (AudioSource source = decoder.read(one).open()) {
            assertThat(Samples.of(decoder.read(other))).isDeepEqualTo(Samples.of(other));
            assertThat(Samples.of(() -> source)).isDeepEqualTo(Samples.of(one));
        }
        assertThat(running()).isEqualTo(2);
    }

    @Test
    void whoStopsListeningMidwayCanReadOn() {
        Path song = Encoding.WAV.write(folder, "song", Samples.music(44_100, 60));
        MediaFile file = decoder.read(song);
        for (int i = 0; i < 3; i++) {
            try (AudioSource source = file.open()) {
                assertThat(source.read(new AudioBlock(2, 100))).isTrue();
            }
        }
        assertThat(Samples.of(file)[0]).hasSize(60 * 44_100);
        assertThat(running()).isEqualTo(1);
    }

    /** A terminal interrupts all processes at once; were the decoder the first to end, the program would blame the file. */
    @Test
    void aDecoderThatIsToldToEndGoesOnUntilItsProgramEndsIt() {
        Path song = Encoding.FLAC.write(folder, "song", Samples.music(44_100, 1));
        double[][] before = Samples.of(decoder.read(song));
        ProcessHandle process = decoders().findFirst().orElseThrow();

        process.destroy();

        assertThatThrownBy(() -> process.onExit().get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(Samples.of(decoder.read(song))).isDeepEqualTo(before);
        assertThat(decoders()).containsExactly(process);
    }
}
