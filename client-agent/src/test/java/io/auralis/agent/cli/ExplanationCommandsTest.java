package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.agent.feedback.Audition;
import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.models.ModelStore;
import io.auralis.agent.personal.AuditionQuestion;
import io.auralis.agent.personal.AuditionService;
import io.auralis.agent.personal.AuditionedTrack;
import io.auralis.agent.personal.PersonalLayer;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.taste.TasteDimension;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a listener is told of what was learned, by commands alone. */
class ExplanationCommandsTest {
    @TempDir
    Path folder;

    private RatedHome home;

    @BeforeEach
    void open() throws IOException {
        home = new RatedHome(folder);
    }

    private void rate(int times, int stars, String comment) throws IOException {
        Path track = home.mastered("song.flac", RecordingType.STUDIO);
        home.rate(times, track, stars, comment);
    }

    private void audition(TasteDimension dimension, Audition.Preferred preferred) {
        AuralisHome auralis = new AuralisHome(home.home);
        PersonalLayer layer = new PersonalLayer(auralis, home.clock, new ModelStore(auralis));
        AuditionService service = new AuditionService(auralis, home.clock, layer);
        AuditionQuestion question = service.next(RecordingType.STUDIO, "studio-hd-bright", dimension);
        service.answer(
                question,
                new AuditionedTrack(
                        "heard.flac",
                        "0".repeat(64),
                        new SemanticVersion(1, 0, 0),
                        question.lower(),
                        question.higher()),
                preferred);
    }

    private JsonNode json(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        return home.ok(all).json();
    }

    @Test
    void theSharesOfEveryRatingAndAuditionAddUpToTheEstimate() throws IOException {
        rate(5, 5, "");
        rate(5, 3, "more bass");
        audition(TasteDimension.BASS, Audition.Preferred.HIGHER);
        JsonNode why = json("profile", "show", "--why", "bass");
        assertThat(why).hasSize(1);
        JsonNode bass = why.get(0);
        assertThat(bass.get("pieces")).hasSize(11);
        double sum = bass.get("startShare").asDouble();
        for (JsonNode piece : bass.get("pieces")) {
            sum += piece.get("share").asDouble();
        }
        assertThat(sum).isCloseTo(bass.get("estimate").asDouble(), within(1e-9));
        assertThat(bass.get("estimate").asDouble()).isGreaterThan(0.3);
        assertThat(bass.get("value").asDouble()).isEqualTo(0.4);

        String text =
                home.ok("profile", "show", "--why", "bass", "--type", "studio").out();
        assertThat(text)
                .contains("STUDIO bass is +0.4 dB: 7 of 7 asks wanted more bass.")
                .contains("song.flac", "\"more bass\" (more)", "heard.flac", "audition: ", "2026-11-17")
                .containsPattern("sum +\\+0\\.362");
    }

    @Test
    void ratingsOfAnotherTypeAreListedWithTheirShare() throws IOException {
        rate(5, 3, "more bass");
        home.rate(5, home.mastered("loud.flac", RecordingType.METAL), 3, "more bass");
        JsonNode metal =
                json("profile", "show", "--why", "bass", "--type", "metal").get(0);
        double sum = metal.get("startShare").asDouble();
        for (JsonNode piece : metal.get("pieces")) {
            assertThat(piece.get("share").asDouble()).isPositive();
            sum += piece.get("share").asDouble();
        }
        assertThat(metal.get("pieces")).hasSize(10);
        assertThat(sum).isCloseTo(metal.get("estimate").asDouble(), within(1e-9));
        assertThat(home.ok("profile", "show", "--why", "bass", "--type", "metal")
                        .out())
                .contains("STUDIO");
    }

    @Test
    void aPartThatNobodySpokeOfIsSaidToBeSo() {
        assertThat(home.ok("profile", "show", "--why", "low-mid").out())
                .contains("Nothing was said about the low-mid yet.");
        assertThat(home.run("profile", "show", "--why", "warmth").code()).isEqualTo(ExitCode.USAGE);
        assertThat(home.run("profile", "show", "--type", "studio").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theAnalysisTellsTrendAuditionsAndWhetherAPartHasSettled() throws IOException {
        rate(5, 3, "more bass");
        rate(5, 3, "more bass");
        rate(10, 5, "the bass is perfect");
        audition(TasteDimension.AIR, Audition.Preferred.NO_DIFFERENCE);
        JsonNode feedback = json("analyze-feedback");
        assertThat(feedback.get("trend").get("words").asText()).isEqualTo("better");
        assertThat(feedback.get("trend").get("first").asDouble()).isEqualTo(3);
        assertThat(feedback.get("auditions").asInt()).isEqualTo(1);
        assertThat(feedback.get("dimensions").findValuesAsText("convergence"))
                .containsExactly("settled", "too-little-said");
        assertThat(home.ok("analyze-feedback").out())
                .contains("Trend: better; your first 10 ratings averaged 3.0, your last 10 5.0.")
                .contains("; 1 audition;", "0/2/0 (1 audition)", "settled", "too little said", "1 more needed");
        assertThat(home.ok("analyze-feedback", "--monthly-summary").out()).contains("20 ratings", ", 1 audition");
    }

    @Test
    void aChangeOfTasteIsTold() throws IOException {
        rate(10, 3, "much more bass");
        rate(5, 2, "much less bass");
        assertThat(home.ok("analyze-feedback").out())
                .contains("Your taste in STUDIO bass has changed since 2026-11-17, toward less");
        JsonNode bass = json("analyze-feedback").get("dimensions").get(0);
        assertThat(bass.get("drift").get("direction").asText()).isEqualTo("less");
        assertThat(bass.get("asks").get("more").asInt()).isZero();
        assertThat(json("profile", "show").get("deltas").get(0).get("value").asDouble())
                .isZero();
    }

    @Test
    void afterARollbackTheEarlierAsksAreSaidToBeLeftBehind() throws IOException {
        rate(5, 5, "");
        rate(5, 3, "more bass");
        home.ok("profile", "rollback", "1.0");
        assertThat(home.ok("analyze-feedback").out())
                .doesNotContain("No wish")
                .contains("5 earlier asks were left behind by the rollback; only new ones move it");
        assertThat(json("analyze-feedback")
                        .get("dimensions")
                        .get(0)
                        .get("leftBehind")
                        .asInt())
                .isEqualTo(5);
        home.ok("update-profile", "studio", "--bass", "1", "--reason", "new room");
        assertThat(home.ok("analyze-feedback").out()).contains("left behind when you set it by hand");
    }

    @Test
    void showAndHistoryTellTheInterval() throws IOException {
        rate(5, 5, "");
        rate(5, 3, "more bass");
        assertThat(home.ok("profile", "show").out()).contains("(+0.1 dB to +0.5 dB)");
        assertThat(home.ok("profile", "history").out()).contains("    STUDIO bass +0.3 dB (+0.1 dB to +0.5 dB)");
        assertThat(json("profile", "history").get(0).get("deltas").get(0).get("interval"))
                .hasSize(2);
    }

    @Test
    void aValueThatMeetsPastAsksWorseIsRefused() throws IOException {
        rate(10, 4, "more bass");
        rate(5, 5, "the bass is perfect");
        CommandRun refused = home.run("update-profile", "studio", "--bass", "3", "--reason", "party");
        assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("against your own ratings", "would be missed by", "--force");
        home.ok("update-profile", "studio", "--bass", "3", "--reason", "party", "--force");
    }

    @Test
    void askingForMoreIsNotHeldAgainstEvenMore() throws IOException {
        rate(10, 3, "more bass");
        home.ok("update-profile", "studio", "--bass", "1.8", "--reason", "new room");
    }

    @Test
    void aValueThatNoPlanOfTheRegressionSetMayHaveIsRefused() {
        CommandRun refused = home.run("update-profile", "studio", "--width", "-0.2", "--reason", "party");
        assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("width would leave its legal range", "labelled cases", "limited to 0");
        home.ok("update-profile", "studio", "--width", "-0.02", "--reason", "a bit");
        home.ok("update-profile", "studio", "--width", "-0.2", "--reason", "party", "--force");
    }
}
