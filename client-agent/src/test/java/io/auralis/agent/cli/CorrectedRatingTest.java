package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.contracts.basemodel.RecordingType;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a listener can do when a comment was not taken as he meant it. */
class CorrectedRatingTest {
    @TempDir
    Path folder;

    private RatedHome listener;
    private String track;

    @BeforeEach
    void aTrack() throws IOException {
        listener = new RatedHome(folder);
        track = listener.mastered("song.flac", RecordingType.STUDIO).toString();
    }

    @Test
    void theEchoSaysWhatWasUnderstoodWhatWasNotAndHowToCorrectIt() {
        String echo = listener.ok(
                        "rate-track", track, "--rating", "4", "--comment", "a bit boomy, zorblax, air is fine")
                .out();
        assertThat(echo)
                .contains(
                        "Understood: a bit less bass (boom).",
                        "Understood: air is fine.",
                        "Not understood: \"zorblax\".",
                        "Not what you meant? auralis rate-track \"" + track
                                + "\" --replace --asks \"boom less a_bit, air fine\"");
    }

    @Test
    void aRatingWithoutACommentEchoesNoAsks() {
        assertThat(listener.ok("rate-track", track, "--rating", "4").out()).doesNotContain("nderstood", "--asks");
    }

    @Test
    void asksByHandCorrectTheLastRatingAndKeepItsStarsAndWords() throws IOException {
        listener.ok("rate-track", track, "--rating", "2", "--comment", "boomy xylophonic");
        JsonNode corrected = listener.ok(
                        "rate-track", track, "--replace", "--asks", "bass more a_bit, width fine", "--json")
                .json();
        assertThat(corrected.get("rating").asInt()).isEqualTo(2);
        assertThat(corrected.get("asks").toString())
                .isEqualTo("[{\"aspect\":\"bass\",\"direction\":\"more\",\"intensity\":\"a_bit\",\"topic\":\"bass\"},"
                        + "{\"aspect\":\"width\",\"direction\":\"fine\",\"intensity\":\"plain\",\"topic\":\"width\"}]");
        assertThat(listener.holding("boomy xylophonic [asks: bass more a_bit, width fine]"))
                .isNotEmpty();
        assertThat(listener.ok("analyze-feedback", "--json")
                        .json()
                        .get("ratings")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void correctedStarsKeepWhatWasSaidAndANewCommentIsReadAfresh() {
        listener.ok("rate-track", track, "--rating", "2", "--comment", "boomy");
        listener.ok("rate-track", track, "--replace", "--asks", "bass more");
        JsonNode stars = listener.ok("rate-track", track, "--replace", "--rating", "5", "--json")
                .json();
        assertThat(stars.get("asks").get(0).get("direction").asText()).isEqualTo("more");
        JsonNode comment = listener.ok("rate-track", track, "--replace", "--comment", "too wide", "--json")
                .json();
        assertThat(comment.get("rating").asInt()).isEqualTo(5);
        assertThat(comment.get("asks")).hasSize(1);
        assertThat(comment.get("asks").get(0).get("aspect").asText()).isEqualTo("width");
    }

    @Test
    void asksByHandMayBeGivenAtOnce() {
        JsonNode rated = listener.ok("rate-track", track, "--rating", "3", "--asks", "treble less", "--json")
                .json();
        assertThat(rated.get("asks").get(0).get("direction").asText()).isEqualTo("less");
        assertThat(rated.get("ignored")).isEmpty();
    }

    @Test
    void whatIsNoAskIsRefusedInOneSentenceThatSaysWhatIsAllowedAndNothingIsKept() {
        CommandRun run = listener.run("rate-track", track, "--rating", "3", "--asks", "bass lots");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("auralis: ").contains("bass lots", "more, less or fine", "sub_bass");
        assertThat(listener.ok("analyze-feedback", "--json")
                        .json()
                        .get("ratings")
                        .asInt())
                .isZero();
    }

    @Test
    void aCommentMayBeInTheListenersOwnLanguage() {
        JsonNode rated = listener.ok(
                        "rate-track",
                        track,
                        "--rating",
                        "3",
                        "--comment",
                        "zu basslastig, Höhen sind perfekt",
                        "--json")
                .json();
        assertThat(rated.get("asks").get(0).get("aspect").asText()).isEqualTo("bass");
        assertThat(rated.get("asks").get(1).get("direction").asText()).isEqualTo("fine");
        JsonNode understood =
                listener.ok("understand", "il manque des graves", "--json").json();
        assertThat(understood.get("language").asText()).isEqualTo("french");
    }
}
