package io.auralis.engine.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.engine.decoding.FaultyDecoder.Fault;
import io.auralis.engine.mastering.Masterer;
import io.auralis.engine.mastering.MasteringOptions;
import io.auralis.engine.media.Encoding;
import io.auralis.engine.media.MediaException;
import io.auralis.engine.media.MediaFile;
import io.auralis.engine.media.Samples;
import io.auralis.engine.plan.PersonalTaste;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever becomes of a decoder, the program says one sentence and goes on. */
@Timeout(120)
class FaultyDecoderTest {
    private static final Duration SOON = Duration.ofSeconds(2);

    /** Filling a heap takes seconds on a busy machine. */
    private static final Duration LATER = Duration.ofSeconds(60);

    /** After that many bytes of answers two blocks of the samples have come, and a part of the third. */
    private static final long MIDWAY_BYTES = 300_000;

    @TempDir
    Path folder;

    private Path song;
    private List<String> workingFolder;

    @BeforeEach
    void song() {
        song = Encoding.FLAC.write(folder, "song", Samples.music(44_100, 3));
        workingFolder = List.of(Path.of("").toAbsolutePath().toFile().list());
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(ProcessHandle.current().children()).noneMatch(FaultyDecoderTest::decodes);
        assertThat(folder.toFile().list()).containsExactly(String.valueOf(song.getFileName()));
        assertThat(Path.of("").toAbsolutePath().toFile().list()).hasSameElementsAs(workingFolder);
    }

    private static boolean decodes(ProcessHandle process) {
        return process.isAlive() && process.info().commandLine().orElse("").contains(FaultyDecoder.class.getName());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.CRASHES, "the decoder crashed on it."),
                Arguments.of(Fault.IS_KILLED, "the decoder crashed on it."),
                Arguments.of(Fault.SENDS_NONSENSE, "the decoder crashed on it."),
                Arguments.of(Fault.HANGS, "the decoder took longer than 2 s without a result."),
                Arguments.of(Fault.FILLS_NATIVE_MEMORY, "the decoder needed too much memory."),
                Arguments.of(Fault.FILLS_ITS_HEAP, "the decoder needed too much memory."));
    }

    private static Duration patience(Fault fault) {
        return fault == Fault.HANGS ? SOON : LATER;
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultWhileTheFileIsLookedIntoIsSaid(Fault fault, String words) {
        try (ContainedDecoder decoder = FaultyDecoder.that(fault, 20, patience(fault))) {
            assertRefused(() -> decoder.read(song), words);
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultMidwayIsSaid(Fault fault, String words) {
        try (ContainedDecoder decoder = FaultyDecoder.that(fault, MIDWAY_BYTES, patience(fault))) {
            MediaFile file = decoder.read(song);

            assertRefused(() -> Samples.of(file), words);
        }
    }

    private void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading, String words) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.kind()).isEqualTo(MediaException.Kind.BAD_INPUT))
                .hasMessage(song.getFileName() + " could not be decoded: " + words);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CRASHES", "HANGS"})
    void theNextFileGetsANewDecoder(Fault fault) {
        try (ContainedDecoder decoder = FaultyDecoder.that(fault, MIDWAY_BYTES, SOON)) {
            MediaFile file = decoder.read(song);
            assertThatThrownBy(() -> Samples.of(file)).isInstanceOf(MediaException.class);

            assertThat(decoder.read(song).info().codec()).isEqualTo("flac");
        }
    }

    @Test
    void aDecoderThatDiesWhileNothingIsAskedOfItIsReplaced() throws Exception {
        try (ContainedDecoder decoder = FaultyDecoder.that(Fault.HANGS, Long.MAX_VALUE, SOON)) {
            double[][] before = Samples.of(decoder.read(song));
            ProcessHandle idle = ProcessHandle.current()
                    .children()
                    .filter(FaultyDecoderTest::decodes)
                    .findFirst()
                    .orElseThrow();
            idle.destroyForcibly();
            idle.onExit().get();

            assertThat(Samples.of(decoder.read(song))).isDeepEqualTo(before);
        }
    }

    @Test
    void aDecoderKilledWhileATrackIsMasteredLeavesNoOutput() {
        song = Encoding.FLAC.write(folder, "song", Samples.music(44_100, 20));
        try (ContainedDecoder decoder = FaultyDecoder.that(Fault.HANGS, Long.MAX_VALUE, SOON)) {
            assertRefused(
                    () -> new Masterer(decoder)
                            .master(
                                    song,
                                    folder.resolve("out.flac"),
                                    MasteringOptions.DEFAULT,
                                    BuiltInModels.newest().model(),
                                    PersonalTaste.NONE,
                                    (stage, fraction) -> killDecoderWhen(fraction > 0.1)),
                    "the decoder crashed on it.");
        }
    }

    private static void killDecoderWhen(boolean now) {
        if (now) {
            ProcessHandle.current()
                    .children()
                    .filter(FaultyDecoderTest::decodes)
                    .forEach(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void aDecoderThatCannotBeStartedIsNotTheFilesFault() {
        assertThatThrownBy(() -> new ContainedDecoder(List.of("/nowhere/java"), SOON))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.kind()).isEqualTo(MediaException.Kind.NO_DECODER))
                .hasMessage("The decoder could not be started.");
        try (ContainedDecoder decoder = new ContainedDecoder(List.of("true"), SOON)) {
            assertThatThrownBy(() -> decoder.read(song)).hasMessage("The decoder could not be started.");
        }
    }
}
