package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.library.Figures;
import io.auralis.agent.library.FileState;
import io.auralis.agent.library.Library;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library of the seed's signature, from its figures to a model of the listener's own and back. */
class RecalibrationTest {
    @TempDir
    Path folder;

    private Path home;
    private Path track;

    @BeforeEach
    void library() throws IOException {
        home = folder.resolve("home");
        SplittableRandom random = new SplittableRandom(1);
        try (Library library = Library.open(new AuralisHome(home))) {
            for (int i = 0; i < 300; i++) {
                library.put(
                        new FileState("/music/" + i + ".flac", 1, 1),
                        Figures.heard(String.format("%064x", i), Figures.seedLibrary(random)),
                        Instant.EPOCH);
            }
        }
        Fingerprint one = Figures.seedLibrary(new SplittableRandom(77));
        track = Files.writeString(folder.resolve("track.json"), Json.canonicalText(one));
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(home, arguments);
    }

    private CommandRun good(String... arguments) {
        CommandRun run = run(arguments);
        assertThat(run.code()).as(Arrays.toString(arguments) + run.err()).isZero();
        return run;
    }

    private JsonNode detect(String... more) {
        List<String> arguments = new ArrayList<>(List.of("detect", "--fingerprint", track.toString(), "--json"));
        arguments.addAll(Arrays.asList(more));
        return good(arguments.toArray(String[]::new)).json();
    }

    @Test
    void theSignatureIsShownADraftIsTriedNamedExportedAndDropped() throws IOException {
        CommandRun signature = good("library", "characterize", "--model", "0.9.0");
        assertThat(signature.out())
                .contains("300 tracks beside base model 0.9.0: 300 UNKNOWN.", "too high", "too low", "agrees")
                .contains("Draft draft: ", "Its profile local-draft (STUDIO)");
        assertThat(detect("--model", "0.9.0").get("type").asText()).isEqualTo("UNKNOWN");
        JsonNode tried = detect("--model", "0.9.0", "--profile", "draft");
        assertThat(tried.get("type").asText()).isEqualTo("STUDIO");
        assertThat(tried.get("profile").asText()).isEqualTo("local-draft");
        assertThat(tried.get("model").asText()).isEqualTo("0.9.0+local.draft");
        assertThat(detect("--model", "0.9.0").get("type").asText())
                .as("tried, not kept")
                .isEqualTo("UNKNOWN");
        good("library", "draft", "rename", "draft", "bright-and-narrow");
        JsonNode drafts = good("library", "draft", "list", "--json").json();
        assertThat(drafts.findValuesAsText("name")).containsExactly("bright-and-narrow");
        assertThat(good("library", "draft", "show", "bright-and-narrow").out()).contains("local-bright-and-narrow");
        Path proposal = folder.resolve("proposal.json");
        good("library", "draft", "export", "bright-and-narrow", proposal.toString());
        assertThat(Files.readString(proposal))
                .contains("\"kind\":\"new-profile\"")
                .doesNotContain("/music", ".flac");
        assertThat(run("library", "draft", "export", "bright-and-narrow", proposal.toString())
                        .err())
                .contains("is there already");
        good("library", "draft", "drop", "bright-and-narrow");
        assertThat(run("library", "draft", "show", "bright-and-narrow").err()).contains("There is no draft");
        assertThat(run("library", "characterize", "--name", "../../etc").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aKeptDraftIsAModelOfOnesOwnThatIsListedVerifiedAndRolledBack() {
        good("model", "rollback", "0.9.0");
        assertThat(detect().get("confidence").asDouble()).isLessThan(0.65);
        JsonNode made =
                good("model", "recalibrate", "--from", "library", "--json").json();
        assertThat(made.get("model").asText()).isEqualTo("0.9.0+local.1");
        assertThat(made.get("cases").asInt()).isGreaterThan(180);
        JsonNode after = detect();
        assertThat(after.get("model").asText()).isEqualTo("0.9.0+local.1");
        assertThat(after.get("type").asText()).isEqualTo("STUDIO");
        assertThat(after.get("confidence").asDouble()).isGreaterThanOrEqualTo(0.8);
        JsonNode list = good("model", "list", "--json").json();
        assertThat(list.findValuesAsText("version")).containsExactly("1.0.0", "0.9.0+local.1", "0.9.0");
        assertThat(list.findValuesAsText("channel")).containsExactly("stable", "local", "stable");
        assertThat(list.get(1).get("active").asBoolean()).isTrue();
        assertThat(good("model", "verify").out()).contains("made on this machine, signed by nobody");
        assertThat(good("model", "show").out()).contains("not signed, never shared", "local-draft");
        good("model", "rollback");
        assertThat(detect().get("model").asText()).isEqualTo("0.9.0");
        good("model", "rollback", "0.9.0+local.1");
        assertThat(detect().get("model").asText()).isEqualTo("0.9.0+local.1");
    }

    @Test
    void aSecondProfileJoinsTheFirstAndOneOfTheSameNameReplacesIt() {
        good("library", "characterize", "--name", "first");
        good("model", "recalibrate", "--from", "library", "--draft", "first");
        good("library", "characterize", "--name", "second");
        good("model", "recalibrate", "--from", "library", "--draft", "second");
        assertThat(good("model", "show").out()).contains("1.0.0+local.2", "local-first", "local-second");
        good("model", "recalibrate", "--from", "library", "--draft", "second");
        ProfileBundle last = Json.read(
                good("model", "show", "--json").out().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                ProfileBundle.class);
        assertThat(last.model().version().toString()).isEqualTo("1.0.0+local.3");
        assertThat(last.model().profiles()).hasSize(6);
    }

    @Test
    void aDamagedModelOfOnesOwnIsLeftForTheReleasedOneWithANote() throws IOException {
        good("model", "recalibrate", "--from", "library");
        Path file = home.resolve("models").resolve("local").resolve("base-model-1.0.0+local.1.json");
        Files.writeString(file, Files.readString(file).replace("0.65", "0.05"));
        assertThat(detect().get("model").asText()).isEqualTo("1.0.0");
        assertThat(run("model", "verify").code()).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void theReliabilityOfAModelIsPrinted() {
        CommandRun run = good("model", "calibration", "1.0.0");
        assertThat(run.out()).contains("labelled cases", "Expected calibration error", "calibrated");
        assertThat(good("model", "calibration", "--json")
                        .json()
                        .get("calibratedError")
                        .asDouble())
                .isBetween(0.0, 0.06);
    }
}
