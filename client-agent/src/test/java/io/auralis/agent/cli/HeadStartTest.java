package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.engine.decoding.ContainedDecoder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadStartTest {
    @TempDir
    private Path folder;

    @Test
    void theDecoderThatWasStartedAheadIsGivenOutOnceAndReads() throws Exception {
        Path song = RenderedSong.wav(folder.resolve("song.wav"));
        HeadStart.forMastering();
        try (ContainedDecoder ahead = HeadStart.decoder();
                ContainedDecoder next = HeadStart.decoder()) {
            assertThat(next).isNotSameAs(ahead);
            assertThat(ahead.read(song).info().format())
                    .isEqualTo(next.read(song).info().format());
        }
    }
}
