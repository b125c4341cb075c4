package io.auralis.engine.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.MemoryTrack;
import io.auralis.engine.decoding.OggChecksums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LoudnessTagsTest {
    /** What may differ: a gain and a peak, or a gain and the four bytes of its page's checksum. */
    private static final int MOST_CHANGED_BYTES = 17;

    @TempDir
    Path folder;

    private Path write(OutputFormat format, Optional<LoudnessTags> loudness, LoudnessTags.Programme came) {
        MemoryTrack track = Samples.music(48_000, 1);
        Path file = folder.resolve(came.lufs() + "." + format.extension());
        OutputSpec spec = new OutputSpec(
                        format, track.format(), 16, 0, TaggedFile.TAGS, Optional.of(TaggedFile.cover()))
                .stating(loudness);
        try (EncodedSink sink = MediaWriter.open(file, spec);
                AudioSource source = track.open()) {
            AudioBlock block = new AudioBlock(2, 1_000);
            while (source.read(block)) {
                sink.write(block);
            }
            sink.state(came);
            sink.finish();
        }
        return file;
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void theValuesAreThereAndNothingElseIsChanged(OutputFormat format) throws IOException {
        Optional<LoudnessTags> planned = Optional.of(new LoudnessTags(-14, Optional.empty()));
        Path one = write(format, planned, new LoudnessTags.Programme(-14.02, -1));
        Path other = write(format, planned, new LoudnessTags.Programme(-13.97, -2));
        Path without = write(format, Optional.empty(), new LoudnessTags.Programme(-14, -1));

        List<Tag> tags = MediaFile.of(one).info().tags();
        if (format == OutputFormat.OPUS) {
            assertThat(tags).contains(new Tag("R128_TRACK_GAIN", "-2299"));
        } else {
            assertThat(tags)
                    .contains(
                            new Tag("REPLAYGAIN_TRACK_GAIN", "-3.98 dB"), new Tag("REPLAYGAIN_TRACK_PEAK", "0.891251"));
        }
        assertThat(TaggedFile.tags(one)).containsExactlyElementsOf(TaggedFile.tags(without));
        assertThat(MediaFile.of(one).info().cover().isPresent())
                .isEqualTo(MediaFile.of(without).info().cover().isPresent());
        assertThat(Samples.of(one)).isDeepEqualTo(Samples.of(without));
        byte[] first = Files.readAllBytes(one);
        byte[] second = Files.readAllBytes(other);
        assertThat(first).hasSameSizeAs(second);
        int changed = 0;
        for (int at = 0; at < first.length; at++) {
            changed += first[at] == second[at] ? 0 : 1;
        }
        assertThat(changed).isBetween(1, MOST_CHANGED_BYTES);
        byte[] checked = first.clone();
        OggChecksums.correct(checked);
        assertThat(checked).as("the checksums are right already").isEqualTo(first);
    }
}
