package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.agent.feedback.Audition;
import io.auralis.agent.feedback.FeedbackStore;
import io.auralis.agent.home.AuralisHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditionCommandTest {
    @TempDir
    Path folder;

    private RatedHome home;
    private Path song;

    @BeforeEach
    void song() throws IOException {
        home = new RatedHome(folder);
        song = RenderedSong.wav(home.music.resolve("a-song-of-mine.wav"));
    }

    private List<Audition> answered() {
        return new FeedbackStore(new AuralisHome(home.home)).auditions();
    }

    @Test
    void both_are_made_without_their_names_and_the_answer_is_kept_as_what_was_heard() throws IOException {
        String prepared = home.ok("audition", song.toString(), "--dimension", "bass", "--json")
                .out();
        assertThat(prepared).doesNotContain("bass").doesNotContain("lower").doesNotContain("higher");
        JsonNode view = home.ok("audition", "--json").json();
        assertThat(view.get("track").asText()).isEqualTo("a-song-of-mine.wav");
        Path a = Path.of(view.get("a").asText());
        Path b = Path.of(view.get("b").asText());
        assertThat(Files.size(a)).isEqualTo(Files.size(b));
        assertThat(Files.mismatch(a, b)).isPositive();

        JsonNode told = home.ok("audition", "--answer", "a", "--json").json();
        double ofA = told.get("a").asDouble();
        double ofB = told.get("b").asDouble();
        assertThat(told.get("dimension").asText()).isEqualTo("bass");
        assertThat(told.get("preferred").asText()).isEqualTo(ofA > ofB ? "higher" : "lower");
        assertThat(answered()).singleElement().satisfies(kept -> {
            assertThat(kept.lower()).isEqualTo(Math.min(ofA, ofB));
            assertThat(kept.higher()).isEqualTo(Math.max(ofA, ofB));
            assertThat(kept.preferred()).isEqualTo(ofA > ofB ? Audition.Preferred.HIGHER : Audition.Preferred.LOWER);
        });
        assertThat(home.home.resolve("audition")).doesNotExist();
        assertThat(home.run("audition", "--answer", "a").err()).contains("No audition waits");
    }

    @Test
    void who_watches_is_asked_until_he_answers() {
        CommandRun run = CommandRun.watched(home.home, home.clock, "perhaps\nn\n", "audition", song.toString());
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("An answer is a, b or none, but this is \"perhaps\".")
                .contains("They differed in the ");
        assertThat(answered())
                .singleElement()
                .satisfies(kept -> assertThat(kept.preferred()).isEqualTo(Audition.Preferred.NO_DIFFERENCE));
    }

    @Test
    void another_one_is_not_made_while_one_waits_and_a_dropped_one_teaches_nothing() {
        CommandRun later = CommandRun.watched(home.home, home.clock, "\n", "audition", song.toString());
        assertThat(later.out()).contains("Answer later with");
        CommandRun second = home.run("audition", song.toString());
        assertThat(second.code()).isEqualTo(ExitCode.USAGE);
        assertThat(second.err()).contains("waits for your answer");
        assertThat(home.ok("audition", "--drop").out()).contains("nothing is learned from it");
        assertThat(home.home.resolve("audition")).doesNotExist();
        assertThat(answered()).isEmpty();
    }

    @Test
    void deleting_a_tracks_feedback_leaves_no_byte_of_its_auditions() throws IOException {
        home.ok("audition", song.toString(), "--dimension", "treble", "--json");
        home.ok("audition", "--answer", "none", "--json");
        home.ok("audition", song.toString(), "--dimension", "treble", "--json");
        assertThat(home.holding("a-song-of-mine")).hasSize(2);
        assertThat(home.ok("delete-feedback", "--track", song.toString(), "--json")
                        .json())
                .hasToString("{\"deleted\":0,\"auditions\":1}");
        assertThat(home.holding("a-song-of-mine")).isEmpty();
        assertThat(home.home.resolve("audition")).doesNotExist();
    }

    @Test
    void what_makes_no_difference_to_a_track_is_not_asked() throws IOException {
        Path mono = RenderedSong.mono(home.music.resolve("mono.wav"));
        CommandRun width = home.run("audition", mono.toString(), "--dimension", "width");
        assertThat(width.code()).isEqualTo(ExitCode.USAGE);
        assertThat(width.err()).contains("The width makes no difference to mono.wav; choose another one.");
        assertThat(home.run("audition", mono.toString(), "--dimension", "loudness")
                        .err())
                .contains("equally loud");
        assertThat(home.run("audition", mono.toString(), "--dimension", "colour")
                        .err())
                .contains("bass, low-mid, mid, treble, air, width or punch");
        home.ok("audition", mono.toString());
    }

    @Test
    void chance_decides_which_is_which() {
        boolean higherWasA = false;
        boolean higherWasB = false;
        // Fails once in a million runs if both are equally likely.
        for (int i = 0; i < 20 && !(higherWasA && higherWasB); i++) {
            home.ok("audition", song.toString(), "--dimension", "bass", "--json");
            JsonNode told = home.ok("audition", "--answer", "a", "--json").json();
            boolean higher = told.get("a").asDouble() > told.get("b").asDouble();
            higherWasA |= higher;
            higherWasB |= !higher;
        }
        assertThat(higherWasA && higherWasB).isTrue();
    }
}
