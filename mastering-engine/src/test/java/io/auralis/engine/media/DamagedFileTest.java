package io.auralis.engine.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damages real files at random places of a fixed seed: whatever comes of it is samples or one clear refusal. */
class DamagedFileTest {
    private static final long SEED = 20_250_617;
    private static final int DAMAGED_COPIES = 40;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Encoding.class)
    @Timeout(120)
    void aDamagedFileIsDecodedOrRefusedInOneSentence(Encoding encoding) throws IOException {
        byte[] whole = Files.readAllBytes(encoding.write(
                folder, "song", Samples.music(encoding.sampleRateHz(), 0.4), List.of(new Tag("title", "Some words"))));
        SplittableRandom random = new SplittableRandom(SEED + encoding.ordinal());
        int refused = 0;
        for (int copy = 0; copy < DAMAGED_COPIES; copy++) {
            Path file = Files.write(folder.resolve("damaged"), damaged(whole, random));
            try {
                readAll(file);
            } catch (MediaException e) {
                refused++;
                assertThat(e.kind()).isEqualTo(MediaException.Kind.BAD_INPUT);
                assertThat(e.getMessage()).startsWith("damaged ").endsWith(".").doesNotContain("\n");
            }
        }
        assertThat(refused).as("damage that is never noticed would be none").isPositive();
        Files.write(folder.resolve("damaged"), whole);
        assertThatCode(() -> readAll(folder.resolve("damaged")))
                .as("the undamaged file, after all that")
                .doesNotThrowAnyException();
    }

    /** Some bytes changed, more often near the start, where the headers are; or a piece cut out; or the end lost. */
    private static byte[] damaged(byte[] whole, SplittableRandom random) {
        byte[] bytes = whole.clone();
        int reach = random.nextBoolean() ? Math.min(bytes.length, 200) : bytes.length;
        for (int i = random.nextInt(1, 12); i > 0; i--) {
            bytes[random.nextInt(reach)] = (byte) random.nextInt();
        }
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> {
                int from = random.nextInt(bytes.length);
                int to = Math.min(bytes.length, from + random.nextInt(1, 3_000));
                byte[] cut = Arrays.copyOf(bytes, bytes.length - (to - from));
                System.arraycopy(bytes, to, cut, from, bytes.length - to);
                yield cut;
            }
            default -> bytes;
        };
    }

    private static void readAll(Path path) {
        MediaFile file = MediaFile.of(path);
        try (AudioSource source = file.open()) {
            AudioBlock block = new AudioBlock(source.format().channels(), 4_096);
            while (source.read(block)) {
                for (int channel = 0; channel < block.channels(); channel++) {
                    for (int i = 0; i < block.frames(); i++) {
                        assertThat(Double.isFinite(block.channel(channel)[i])).isTrue();
                    }
                }
            }
        }
    }
}
