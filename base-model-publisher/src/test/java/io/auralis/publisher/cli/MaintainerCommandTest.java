package io.auralis.publisher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.json.Json;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.publisher.Aggregator;
import io.auralis.publisher.Candidates;
import io.auralis.publisher.PublisherSurroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line against the running service, found through a local community's file. */
@QuarkusTest
@QuarkusTestResource(PublisherSurroundings.class)
class MaintainerCommandTest {
    @TempDir
    Path home;

    private Path passwordFile;

    @BeforeEach
    void describeTheCommunity() throws IOException {
        passwordFile = Files.writeString(home.resolve("password"), PublisherSurroundings.PASSWORD + "\n");
        describe("http://127.0.0.1:" + RestAssured.port);
    }

    @Test
    void aCandidateIsShownApprovedReleasedAndYanked() throws Exception {
        String base = newest();
        Aggregator.offer(Candidates.parameter("cli-bass", base, TasteDimension.BASS, 0.3));

        assertThat(run("candidates", "list").out())
                .containsPattern("CANDIDATE +STATE +APPROVALS +MODEL +CHANGE")
                .containsPattern("cli-bass +proposed +0 of 1 +" + base + " +STUDIO bass \\+0\\.3 dB");
        assertThat(run("candidates", "show", "cli-bass").out()).isEqualTo("""
                cli-bass: STUDIO bass +0.3 dB
                Changes model %s. Proposed: has 0 of 1 approvals.

                Contributors  about 412, from 2026-10 to 2026-11
                They wish     +0.31 dB on average; 95 %% interval +0.26 dB to +0.36 dB, which excludes no change
                They asked    310 mostly for more, 120 mostly said fine, 14 mostly for less
                Held out      about 83 others, whose mean distance from the model would go from 0.46 to 0.21 dB (54 %% nearer)
                Privacy       epsilon 1.6, delta 1.0E-6 (rho 0.05)
                Method        20 %% trimmed mean over contributors, each counted once.

                Contributors by wish:
                  +0.2 dB  ######## 60
                  +0.3 dB  ######################################## 320
                  +0.4 dB  #### 33
                """.formatted(base));

        assertThat(run("candidates", "approve", "cli-bass", "--reason", "Clear.")
                        .out())
                .isEqualTo("""
                cli-bass: STUDIO bass +0.3 dB
                Approved, waits for a release: has 1 of 1 approvals.
                """);
        assertThat(run("candidates", "show", "cli-bass").out()).containsPattern("Approved by alice at .*Z: Clear\\.");

        Run released = run("release", "--summary", "More bass.", "--candidate", "cli-bass", "--json");
        JsonNode release = Json.mapper().readTree(released.out());
        String version = release.path("version").asText();
        assertThat(release.path("state").asText()).isEqualTo("released");
        assertThat(newest()).isEqualTo(version);
        assertThat(run("releases").out()).containsPattern(version + " +released +\\S+Z +alice +More bass\\.");

        assertThat(run("yank", version, "--reason", "Booms.").out())
                .isEqualTo("Base model " + version + " is offered no more; agents that have it leave it: Booms.\n");
        assertThat(newest()).isEqualTo(base);
    }

    @Test
    void aRejectedCandidateIsNotReleased() throws Exception {
        Aggregator.offer(Candidates.parameter("cli-air", newest(), TasteDimension.AIR, 0.3));
        assertThat(run("candidates", "reject", "cli-air", "--reason", "One month.")
                        .out())
                .endsWith("Rejected.\n");
        Run refused = run("release", "--candidate", "cli-air");
        assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).isEqualTo("auralis: Candidate cli-air was rejected.\n");
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void aWrongPasswordIsRefused() throws IOException {
        Files.writeString(passwordFile, "guess");
        Run refused = run("candidates", "list");
        assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err())
                .isEqualTo("auralis: The publisher does not accept the account alice with this password.\n");
    }

    @Test
    void anAccountThatIsNoMaintainersIsRefused() {
        Run refused = run("releases", "--account", "visitor");
        assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).isEqualTo("auralis: The account visitor may not do that.\n");
    }

    @Test
    void aPublisherThatDoesNotAnswerIsAFailure() throws IOException {
        describe("http://127.0.0.1:1");
        Run failed = run("candidates", "list");
        assertThat(failed.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(failed.err())
                .isEqualTo("auralis: The publisher at http://127.0.0.1:1 does not answer; is it up (auralis community"
                        + " status)?\n");
    }

    @Test
    void withoutACommunityTheSentenceSaysHowToGetOne() throws IOException {
        Files.delete(home.resolve("stack.json"));
        Run failed = run("candidates", "list");
        assertThat(failed.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(failed.err())
                .isEqualTo("auralis: No community runs on this machine: start one with auralis community up, or give"
                        + " --url.\n");
    }

    @Test
    void theLocalPasswordIsNotShownToAnotherPublisher() {
        Run refused = run("candidates", "list", "--url", "https://models.example.org");
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err())
                .isEqualTo("auralis: With --url of another publisher give --account and --password-file too.\n");
    }

    @Test
    void aPasswordIsSentToAnotherMachineOverHttpsOnly() {
        Run refused = run(
                "releases",
                "--url",
                "http://models.example.org",
                "--account",
                "alice",
                "--password-file",
                passwordFile.toString());
        assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("over https only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "candidates show nothing-of-this-id",
                "candidates show ../../releases",
                "candidates approve some-id",
                "candidates reject some-id --reason  ",
                "yank 9.9.9 --reason x",
                "yank newest --reason x",
                "relase",
                "releases --password-file /nowhere/at/all"
            })
    void aMistakeGivesOneSentenceAndExitTwo(String line) {
        Run mistaken = run(line.split(" ", -1));
        assertThat(mistaken.code()).isEqualTo(ExitCode.USAGE);
        assertThat(mistaken.err()).startsWith("auralis: ").hasLineCount(1);
        assertThat(mistaken.out()).isEmpty();
    }

    @Test
    void theCauseIsPrintedOnRequest() throws IOException {
        describe("http://127.0.0.1:1");
        assertThat(run("releases", "--stacktrace").err()).contains("java.net.ConnectException");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "candidates --help",
                "candidates list --help",
                "candidates show --help",
                "candidates approve --help",
                "candidates reject --help",
                "release --help",
                "releases --help",
                "yank --help"
            })
    void everyHelpHasAnExample(String line) {
        Run help = run(line.split(" "));
        assertThat(help.code()).isEqualTo(ExitCode.OK);
        assertThat(help.out()).contains("Example:\n  auralis maintainer ");
    }

    private record Run(int code, String out, String err) {}

    private Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = MaintainerCommand.commandLine(Map.of("AURALIS_COMMUNITY_HOME", home.toString()), home)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Run(code, out.toString(), err.toString());
    }

    private String newest() throws IOException {
        List<String> versions = new ArrayList<>();
        for (JsonNode release :
                Json.mapper().readTree(run("releases", "--json").out()).path("releases")) {
            if (release.path("state").asText().equals("released")) {
                versions.add(release.path("version").asText());
            }
        }
        return versions.get(0);
    }

    private void describe(String publisher) throws IOException {
        Files.write(
                home.resolve("stack.json"),
                Json.canonicalText(Map.of(
                                "publisher",
                                publisher,
                                "maintainerAccount",
                                "alice",
                                "maintainerPasswordFile",
                                passwordFile.toString()))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
