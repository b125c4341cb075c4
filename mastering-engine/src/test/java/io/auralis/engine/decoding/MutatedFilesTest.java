package io.auralis.engine.decoding;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.media.Encoding;
import io.auralis.engine.media.MediaException;
import io.auralis.engine.media.OutputFormat;
import io.auralis.engine.media.Samples;
import io.auralis.engine.media.Tag;
import io.auralis.engine.media.TaggedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damages files at random places of a fixed seed and decodes each to its end: it gives samples or one clear sentence, in
 * time, and nothing is left of it. Under the profile {@code long-checks} with 3,000 files of each format.
 */
class MutatedFilesTest {
    private static final long SEED = 20_261_127;
    private static final int FILES = Boolean.getBoolean("auralis.long-checks") ? 3_000 : 60;
    private static final Duration MOST = Duration.ofSeconds(10);

    /** What may become of a file. */
    private enum Outcome {
        DECODED,
        REFUSED,
        CRASHED,
        HUNG,
        NEEDED_TOO_MUCH_MEMORY
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"FLAC", "WAV", "AIFF", "WAVPACK", "MP3", "VORBIS", "OPUS", "AAC", "ALAC"})
    void everyMutatedFileIsDecodedOrRefusedAndTheProgramLives(String format) throws IOException {
        byte[] whole = whole(format);
        Path mutated = folder.resolve("mutated");
        List<String> workingFolder = List.of(workingFolder());
        SplittableRandom random = new SplittableRandom(SEED + format.hashCode());
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        long longest = 0;
        try (ContainedDecoder decoder = new ContainedDecoder()) {
            for (int file = 0; file < FILES; file++) {
                Files.write(mutated, mutated(whole, random));
                long begin = System.nanoTime();
                Outcome outcome = decode(decoder, mutated);
                longest = Math.max(longest, System.nanoTime() - begin);
                outcomes.merge(outcome, 1, Integer::sum);
                if (outcome.compareTo(Outcome.REFUSED) > 0) {
                    System.out.println(format + ": file " + file + " of seed " + SEED + ": " + outcome);
                }
            }
            Files.write(mutated, whole);
            assertThat(decode(decoder, mutated))
                    .as("the whole file after all that")
                    .isEqualTo(Outcome.DECODED);
        }
        System.out.println(format + ": " + FILES + " files, seed " + SEED + ": " + outcomes + ", longest "
                + longest / 1_000_000 + " ms");
        assertThat(outcomes).as("damage that is never noticed would be none").containsKey(Outcome.REFUSED);
        assertThat(Duration.ofNanos(longest)).isLessThan(MOST);
        assertThat(folder.toFile().list()).containsExactly("mutated");
        assertThat(workingFolder()).hasSameElementsAs(workingFolder);
        assertThat(ProcessHandle.current().children())
                .noneMatch(process -> process.info().commandLine().orElse("").contains(DecoderMain.class.getName()));
    }

    /** Every second one gets valid checksums again, without which an Ogg page's damage never reaches a decoder. */
    private static byte[] mutated(byte[] whole, SplittableRandom random) {
        byte[] damaged = Mutation.some(whole, random);
        if (random.nextBoolean()) {
            OggChecksums.correct(damaged);
        }
        return damaged;
    }

    private static String[] workingFolder() {
        return Path.of("").toAbsolutePath().toFile().list();
    }

    /** A short song with tags and, where we write the format, a cover. */
    private byte[] whole(String format) throws IOException {
        Path song = format.equals("VORBIS")
                ? Encoding.VORBIS.write(folder, "song", Samples.music(44_100, 0.4), List.of(new Tag("title", "A song")))
                : TaggedFile.write(
                        folder,
                        OutputFormat.valueOf(format),
                        Samples.music(format.equals("OPUS") ? 48_000 : 44_100, 0.4),
                        TaggedFile.TAGS,
                        Optional.of(TaggedFile.cover()));
        byte[] bytes = Files.readAllBytes(song);
        Files.delete(song);
        return bytes;
    }

    private static Outcome decode(ContainedDecoder decoder, Path file) {
        try (AudioSource source = decoder.read(file).open()) {
            AudioBlock block = new AudioBlock(source.format().channels(), 4_096);
            while (source.read(block)) {
                for (int channel = 0; channel < block.channels(); channel++) {
                    for (int i = 0; i < block.frames(); i++) {
                        assertThat(Double.isFinite(block.channel(channel)[i])).isTrue();
                    }
                }
            }
            return Outcome.DECODED;
        } catch (MediaException e) {
            assertThat(e.kind()).isEqualTo(MediaException.Kind.BAD_INPUT);
            assertThat(e.getMessage()).matches("mutated [^\n]*\\.");
            return outcome(e.getMessage());
        }
    }

    private static Outcome outcome(String message) {
        if (message.endsWith("the decoder crashed on it.")) {
            return Outcome.CRASHED;
        }
        if (message.contains("the decoder took longer")) {
            return Outcome.HUNG;
        }
        return message.endsWith("too much memory.") ? Outcome.NEEDED_TOO_MUCH_MEMORY : Outcome.REFUSED;
    }
}
