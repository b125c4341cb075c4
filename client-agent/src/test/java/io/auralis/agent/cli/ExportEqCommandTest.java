package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.basemodel.RecordingType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportEqCommandTest {
    @TempDir
    Path folder;

    private RatedHome home;

    @BeforeEach
    void rated() throws IOException {
        home = new RatedHome(folder);
        home.rate(3, home.mastered("a.flac", RecordingType.METAL), 4, "fine");
        home.rate(1, home.mastered("b.flac", RecordingType.STUDIO), 4, "fine");
        home.ok("update-profile", "metal", "--bass", "1.5", "--width", "-0.04", "--punch", "1", "--reason", "test");
    }

    @ParameterizedTest
    @CsvSource({
        "easyeffects, json, stereo_tools#0",
        "camilladsp, yml, auralis_width",
        "equalizer-apo, txt, Copy: L=",
    })
    void the_kind_rated_most_is_written_with_tone_and_width(String program, String extension, String width)
            throws IOException {
        Path file = folder.resolve("preset." + extension);
        CommandRun run = home.ok("export-eq", "--for", program, "--output", file.toString());
        assertThat(Files.readString(file)).contains(width);
        assertThat(run.out())
                .contains("for metal recordings: bass +1.5 dB, width -0.04")
                .contains("Left out, since an equaliser has none: punch.");
        CommandRun again = home.run("export-eq", "--for", program, "--output", file.toString());
        assertThat(again.code()).isEqualTo(ExitCode.USAGE);
        assertThat(again.err()).contains("--force");
        home.ok("export-eq", "--for", program, "--output", file.toString(), "--force");
    }

    @Test
    void another_kind_can_be_named_and_autoeq_says_that_it_has_no_width() throws IOException {
        Path file = folder.resolve("preset.txt");
        JsonNode studio = home.ok(
                        "export-eq", "--for", "autoeq", "--type", "studio", "--output", file.toString(), "--json")
                .json();
        assertThat(studio.get("type").asText()).isEqualTo("STUDIO");
        assertThat(Files.readString(file)).isEqualTo("Preamp: 0.00 dB\n");
        JsonNode metal = home.ok("export-eq", "--for", "autoeq", "--output", file.toString(), "--force", "--json")
                .json();
        // More bass without clipping is less of all the rest.
        assertThat(metal.get("notes").get(0).asText()).contains("width is left out");
        assertThat(Files.readString(file)).startsWith("Preamp: 0.00 dB\nFilter 1: ON HSC Fc 250.0 Hz Gain -0.508 dB");
    }

    @Test
    void a_program_that_is_not_known_is_told_those_that_are() {
        CommandRun run = home.run("export-eq", "--for", "winamp");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("easyeffects, camilladsp, equalizer-apo, autoeq");
    }
}
