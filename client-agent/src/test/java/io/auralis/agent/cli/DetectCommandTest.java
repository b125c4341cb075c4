package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two tracks by which the project's first recalibration was found, in their legacy units. */
class DetectCommandTest {
    private static final String FIRST =
            "{\"schema\": \"legacy-2025\", \"values\": {\"centroid_hz\": 7658, \"bass_to_mid_db\": 1.62,"
                    + " \"stereo_width\": 0.13, \"crest_db\": 11.95}}";
    private static final String SECOND =
            "{\"schema\": \"legacy-2025\", \"values\": {\"centroid_hz\": 7754, \"bass_to_mid_db\": 0.65,"
                    + " \"stereo_width\": 0.11, \"crest_db\": 18.89}}";

    @TempDir
    Path folder;

    private CommandRun detect(String fingerprint, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("fingerprint.json"), fingerprint);
        String[] arguments = new String[3 + more.length];
        arguments[0] = "detect";
        arguments[1] = "--fingerprint";
        arguments[2] = file.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        CommandRun run = CommandRun.of(folder.resolve("home"), arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    @ParameterizedTest
    @ValueSource(strings = {FIRST, SECOND})
    void theRecalibratedModelRecognisesWhatTheFirstDidNot(String track) throws IOException {
        JsonNode before = detect(track, "--model", "0.9.0", "--json").json();
        assertThat(before.get("type").asText()).isEqualTo("UNKNOWN");
        assertThat(before.get("confidence").asDouble()).isCloseTo(0.40, within(0.005));
        JsonNode after = detect(track, "--model", "1.0.0", "--json").json();
        assertThat(after.get("type").asText()).isEqualTo("STUDIO");
        assertThat(after.get("profile").asText()).isEqualTo("studio-hd-bright");
        assertThat(after.get("confidence").asDouble()).isCloseTo(0.85, within(0.005));
        assertThat(after.get("scores").get(0).get("rules").get(0).fieldNames())
                .toIterable()
                .contains("feature", "value", "points", "membership");
    }

    @Test
    void theExplanationGoesPointByPoint() throws IOException {
        assertThat(detect(FIRST, "--model", "1.0.0").out())
                .contains("studio-hd-bright", "spectral_centroid", "bass_mid_ratio", "stereo_width", "crest_db");
    }
}
