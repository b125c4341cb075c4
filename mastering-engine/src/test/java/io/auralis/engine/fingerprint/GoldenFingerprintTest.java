package io.auralis.engine.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import io.auralis.engine.audio.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GoldenFingerprintTest {
    @Test
    void everyJvmGivesTheSameDigits() throws IOException {
        String measured =
                FingerprintAnalyzer.analyze(SynthesisedSong.track(), Progress.NONE).values().entrySet().stream()
                        .map(entry -> entry.getKey().key() + " " + entry.getValue())
                        .collect(Collectors.joining("\n", "", "\n"));
        try (InputStream golden = GoldenFingerprintTest.class.getResourceAsStream("golden-fingerprint.txt")) {
            assertThat(golden).isNotNull();
            assertThat(measured).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
