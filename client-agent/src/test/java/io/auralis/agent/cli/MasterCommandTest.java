package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.engine.media.MediaFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterCommandTest {
    @TempDir
    Path folder;

    private Path home;
    private Path song;

    @BeforeEach
    void song() throws IOException {
        home = folder.resolve("home");
        song = RenderedSong.wav(Files.createDirectory(folder.resolve("music")).resolve("song.wav"));
    }

    private JsonNode master(String... more) {
        List<String> arguments = new ArrayList<>(List.of("master", song.toString(), "--json"));
        arguments.addAll(Arrays.asList(more));
        CommandRun run = CommandRun.of(home, arguments.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return run.json();
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void theJsonHasTheKeysThatScriptsRelyOn() {
        JsonNode result = master();
        assertThat(keys(result)).contains("output", "plan", "before", "after", "fingerprint", "detection");
        for (String meters : new String[] {"before", "after"}) {
            assertThat(keys(result.get(meters)))
                    .contains("integratedLufs", "loudnessRangeLu", "truePeakDbtp", "crestDb");
        }
        assertThat(keys(result.get("plan").get("parameters").get(0)))
                .contains("name", "base", "personal", "final", "unit", "reason");
        assertThat(keys(result.get("fingerprint").get("values")))
                .containsExactlyElementsOf(Arrays.stream(FingerprintDimension.values())
                        .map(FingerprintDimension::key)
                        .toList());
        assertThat(keys(result.get("detection")))
                .contains("type", "family", "profile", "confidence", "threshold", "model", "scores");
    }

    @Test
    void replayGainIsStatedWhereItIsAskedFor() {
        JsonNode result = master("--replaygain");
        double gain = -18 - result.get("after").get("integratedLufs").asDouble();
        assertThat(MediaFile.of(Path.of(result.get("output").asText())).info().tags())
                .anyMatch(tag -> tag.name().equals("REPLAYGAIN_TRACK_GAIN")
                        && Math.abs(Double.parseDouble(tag.value().replace(" dB", "")) - gain) <= 0.0051);
        assertThat(MediaFile.of(Path.of(master("--force").get("output").asText()))
                        .info()
                        .tags())
                .noneMatch(tag -> tag.name().startsWith("REPLAYGAIN"));
    }

    @Test
    void theOutputStandsBesideTheInputAndIsAsLoudAsThePlanSays() {
        JsonNode result = master();
        assertThat(Path.of(result.get("output").asText()))
                .isEqualTo(song.resolveSibling("song (Auralis).flac"))
                .exists();
        double target = 0;
        for (JsonNode parameter : result.get("plan").get("parameters")) {
            if (parameter.get("name").asText().equals("loudness")) {
                target = parameter.get("final").asDouble();
            }
        }
        assertThat(result.get("after").get("integratedLufs").asDouble()).isCloseTo(target, within(0.3));
        assertThat(result.get("after").get("truePeakDbtp").asDouble()).isLessThanOrEqualTo(-0.9);
    }

    @Test
    void aWavOfSixteenBitsIsWrittenWhenAsked() throws IOException {
        Path output =
                Path.of(master("--format", "wav", "--bits", "16").get("output").asText());
        byte[] head = Arrays.copyOf(Files.readAllBytes(output), 64);
        assertThat(new String(head, StandardCharsets.ISO_8859_1))
                .startsWith("RIFF")
                .contains("WAVE");
    }

    @Test
    void anM4aHoldsTheCodecAskedFor() {
        String output =
                master("--format", "m4a", "--codec", "alac").get("output").asText();
        assertThat(output).endsWith("song (Auralis).m4a");
        assertThat(MediaFile.of(Path.of(output)).info().codec()).isEqualTo("alac");
    }

    @Test
    void aLossyFileHasTheBitRateAskedFor() throws IOException {
        Path small = Path.of(
                master("--format", "m4a", "--bitrate", "64").get("output").asText());
        Path large = Path.of(master("--format", "mp3").get("output").asText());
        assertThat(MediaFile.of(small).info().codec()).isEqualTo("aac");
        assertThat(MediaFile.of(large).info().codec()).isEqualTo("mp3");
        assertThat(Files.size(large)).isGreaterThan(3 * Files.size(small));
    }

    @Test
    void aCodecThatTheNameDoesNotAllowIsRefused() {
        CommandRun run = CommandRun.of(home, "master", song.toString(), "--codec", "alac");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("song (Auralis).flac cannot be written: ALAC goes into", ".m4a");
    }

    @Test
    void aFormatThatTheOutputsNameContradictsIsRefused() {
        CommandRun run = CommandRun.of(
                home,
                "master",
                song.toString(),
                "--format",
                "flac",
                "--output",
                folder.resolve("o.wav").toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err())
                .isEqualToIgnoringNewLines("auralis: o.wav cannot be written: --format flac goes into a file"
                        + " whose name ends in .flac.");
        assertThat(folder.resolve("o.wav")).doesNotExist();
        String agreeing = folder.resolve("o.AIF").toString();
        assertThat(master("--format", "aiff", "--output", agreeing)
                        .get("output")
                        .asText())
                .isEqualTo(agreeing);
    }

    @Test
    void theEqualisersPhaseAndTheDitherCanBeChosen() throws IOException {
        byte[] usual = bytes(master("--output", folder.resolve("usual.wav").toString(), "--bits", "16"));
        byte[] minimum = bytes(master(
                "--output",
                folder.resolve("minimum.wav").toString(),
                "--bits",
                "16",
                "--phase",
                "minimum",
                "--dither",
                "tpdf"));
        byte[] linear =
                bytes(master("--output", folder.resolve("linear.wav").toString(), "--bits", "16", "--phase", "linear"));
        byte[] shaped = bytes(
                master("--output", folder.resolve("shaped.wav").toString(), "--bits", "16", "--dither", "shaped"));
        byte[] rounded =
                bytes(master("--output", folder.resolve("none.wav").toString(), "--bits", "16", "--dither", "none"));

        assertThat(minimum).isEqualTo(usual);
        assertThat(linear).hasSameSizeAs(usual).isNotEqualTo(usual);
        assertThat(shaped).hasSameSizeAs(usual).isNotEqualTo(usual);
        assertThat(rounded).hasSameSizeAs(usual).isNotEqualTo(usual).isNotEqualTo(shaped);
    }

    private static byte[] bytes(JsonNode result) throws IOException {
        return Files.readAllBytes(Path.of(result.get("output").asText()));
    }

    @Test
    void aLossyFileTakesNoDither() {
        CommandRun run = CommandRun.of(home, "master", song.toString(), "--format", "mp3", "--dither", "shaped");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("MP3 is lossy and takes no dither");
    }

    @Test
    void theSameInputGivesTheSameBytes() throws IOException {
        byte[] first = Files.readAllBytes(Path.of(master().get("output").asText()));
        byte[] second =
                Files.readAllBytes(Path.of(master("--force").get("output").asText()));
        assertThat(second).isEqualTo(first);
    }

    @Test
    void anotherBaseModelCanBeChosenForOneTrack() {
        assertThat(master("--model", "0.9.0").get("detection").get("model").asText())
                .isEqualTo("0.9.0");
        assertThat(CommandRun.of(home, "model", "list", "--json").json().findValuesAsText("version"))
                .containsExactly("1.0.0", "0.9.0");
    }

    @Test
    void eachJobIsKeptOnceAndNoPathIsKeptWithIt() throws IOException {
        master();
        master("--force");
        Path history = home.resolve("personal").resolve("history");
        try (Stream<Path> files = Files.walk(history)) {
            List<Path> jobs = files.filter(Files::isRegularFile).toList();
            assertThat(jobs)
                    .hasSize(2)
                    .allSatisfy(job ->
                            assertThat(job).content().contains("song.wav").doesNotContain(folder.toString()));
        }
    }

    @Test
    void theTextSaysWhatWasDoneAndWhy() {
        CommandRun run = CommandRun.of(home, "master", song.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("LUFS", "dBTP", "song (Auralis).flac");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void whereTheBaseValuesComeFromIsSaidOnceInTheTextAndWithEachParameterInTheJson() {
        JsonNode parameters = master().get("plan").get("parameters");
        String source = parameters.get(0).get("reason").asText();
        assertThat(source).contains("base model 1.0.0");
        assertThat(parameters)
                .allSatisfy(one -> assertThat(one.get("reason").asText()).startsWith(source));
        String text = CommandRun.of(home, "master", song.toString(), "--force").out();
        assertThat(text)
                .containsOnlyOnce(source)
                .contains("base*", "\n* " + source + "\n")
                .containsPattern("\nwidth .*(widened|narrowed|kept)");
    }
}
