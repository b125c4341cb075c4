package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.auralis.agent.report.ParsedPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterReportTest {
    /** A meter's name on the page and its key in the JSON. */
    private static final Map<String, String> METERS = Map.of(
            "loudness", "integratedLufs",
            "loudness range", "loudnessRangeLu",
            "loudest 3 s", "maxShortTermLufs",
            "loudest 0.4 s", "maxMomentaryLufs",
            "true peak", "truePeakDbtp",
            "true peak, 16x", "truePeak16xDbtp",
            "crest factor", "crestDb");

    @TempDir
    Path folder;

    private Path home;
    private Path song;

    @BeforeEach
    void song() throws IOException {
        home = folder.resolve("home");
        song = RenderedSong.wav(Files.createDirectory(folder.resolve("music")).resolve("song.wav"));
    }

    private CommandRun master(String... more) {
        List<String> arguments = new ArrayList<>(List.of("master"));
        arguments.addAll(Arrays.asList(more));
        return CommandRun.of(home, arguments.toArray(String[]::new));
    }

    private static String tenth(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.equals("-0.0") ? "0.0" : text;
    }

    @Test
    void thePageSaysInItsOrderWhatTheJsonSays() throws Exception {
        CommandRun run = master(song.toString(), "--report", "--json", "--loudness", "-10");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode result = run.json();
        Path file = Path.of(result.get("report").asText());
        assertThat(file).isEqualTo(song.resolveSibling("song (Auralis).html"));
        String html = Files.readString(file);
        ParsedPage page = new ParsedPage(html);
        assertThat(page.texts("h1")).containsExactly("Mastering of song.wav");
        assertThat(page.texts("h2"))
                .containsExactly(
                        "Before and after",
                        "What was changed and why",
                        "Loudness over time",
                        "Spectrum",
                        "Waveform",
                        "What it was recognised as",
                        "How it was measured");
        List<List<String>> meters = page.table("meters");
        assertThat(meters).hasSize(1 + METERS.size());
        for (List<String> row : meters.subList(1, meters.size())) {
            String key = METERS.get(row.get(0));
            assertThat(row.get(1))
                    .as(key)
                    .isEqualTo(tenth(result.get("before").get(key).asDouble()));
            assertThat(row.get(2))
                    .as(key)
                    .isEqualTo(tenth(result.get("after").get(key).asDouble()));
        }
        List<List<String>> plan = page.table("plan");
        JsonNode parameters = result.get("plan").get("parameters");
        assertThat(plan).hasSize(1 + parameters.size());
        for (int i = 0; i < parameters.size(); i++) {
            JsonNode parameter = parameters.get(i);
            List<String> row = plan.get(i + 1);
            assertThat(row.get(0)).isEqualTo(parameter.get("name").asText().replace('_', '-'));
            if (!row.get(0).equals("width")) {
                assertThat(row.get(1)).isEqualTo(tenth(parameter.get("base").asDouble()));
                assertThat(row.get(3)).isEqualTo(tenth(parameter.get("final").asDouble()));
            }
            assertThat(parameter.get("reason").asText()).endsWith(row.get(5));
        }
        JsonNode levelling = result.get("levelling");
        assertThat(levelling.get("attempts").asInt()).isBetween(1, 8);
        double reduction = levelling.get("limiterMostReductionDb").asDouble();
        assertThat(reduction).isPositive();
        assertThat(html).contains("the limiter took off " + tenth(reduction) + " dB at most");
        assertThat(html)
                .contains(result.get("detection").get("profile").asText())
                .doesNotContain(folder.toString());
        result.get("notes").forEach(note -> assertThat(page.texts("li")).contains(note.asText()));
    }

    @Test
    void withoutAReportThereIsNoneAndNoKeyForIt() {
        CommandRun run = master(song.toString(), "--json");
        assertThat(run.json().has("report")).isFalse();
        assertThat(run.json().get("levelling").get("attempts").asInt()).isPositive();
        assertThat(song.resolveSibling("song (Auralis).html")).doesNotExist();
    }

    @Test
    void theSameInputGivesTheSamePage() throws IOException {
        Path page = folder.resolve("page.html");
        assertThat(master(song.toString(), "--report", page.toString()).out()).contains("Report:  " + page);
        byte[] first = Files.readAllBytes(page);
        assertThat(master(song.toString(), "--report", page.toString(), "--force")
                        .code())
                .isZero();
        assertThat(Files.readAllBytes(page)).isEqualTo(first);
    }

    @Test
    void whatCannotBeWrittenIsSaidBeforeTheTrackIsMastered() throws IOException {
        Path there = Files.writeString(folder.resolve("there.html"), "mine");
        Path none = folder.resolve("none");
        refused("there.html is there already; add --force to overwrite it.", there);
        refused("there is no folder " + none, none.resolve("page.html"));
        refused("is a folder", Files.createDirectory(folder.resolve("folder.html")));
        refused("does not end with .html", folder.resolve("page.flac"));
        assertThat(there).hasContent("mine");
        CommandRun dry = master(song.toString(), "--dry-run", "--report");
        assertThat(dry.code()).isEqualTo(ExitCode.USAGE);
        assertThat(dry.err()).contains("--report is of what was done, and --dry-run does nothing.");
    }

    private void refused(String why, Path page) {
        CommandRun run = master(song.toString(), "--report", page.toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(why);
        assertThat(song.resolveSibling("song (Auralis).flac")).doesNotExist();
    }

    @Test
    void aTrackIsNeverOverwrittenByItsReport() throws IOException {
        Path odd = Files.move(song, song.resolveSibling("song.html"));
        CommandRun run = master(odd.toString(), "--report", odd.toString(), "--force");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("is the input itself, which is never overwritten.");
    }

    @Test
    void theTracksOfABatchHaveTheirPagesInAFolderAsTheirOwnOrBesideThem() throws IOException {
        Path music = folder.resolve("music");
        RenderedSong.wav(Files.createDirectory(music.resolve("disc 2")).resolve("song.wav"));
        Path pages = folder.resolve("pages");
        Path one = pages.resolve("song (Auralis).html");
        Path two = pages.resolve("disc 2").resolve("song (Auralis).html");
        assertThat(master(music.toString(), "--report", pages.toString()).out()).contains("2 mastered");
        assertThat(one).exists();
        byte[] first = Files.readAllBytes(two);

        // A page that is missing is made again with its track; the others are done.
        Files.delete(two);
        assertThat(master(music.toString(), "--report", pages.toString()).out()).contains("1 mastered, 1 done before");
        assertThat(Files.readAllBytes(two)).isEqualTo(first);

        CommandRun beside = master(music.toString(), "--report", "--json");
        assertThat(beside.json().get("files").get(0).get("report").asText()).endsWith("song (Auralis).html");
        assertThat(music.resolve("song (Auralis).html")).exists();

        CommandRun file = master(music.toString(), "--report", song.toString());
        assertThat(file.code()).isEqualTo(ExitCode.USAGE);
        assertThat(file.err()).contains("The reports of a batch go into a folder; " + song + " is none.");
    }

    @Test
    void aPageOfTheListenersOwnIsNotOverwrittenByABatch() throws IOException {
        Path page = Files.writeString(song.resolveSibling("song (Auralis).html"), "mine");
        CommandRun run = master(folder.resolve("music").toString(), "--report");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).contains("is there already; add --force to overwrite it.");
        assertThat(page).hasContent("mine");
        assertThat(song.resolveSibling("song (Auralis).flac")).doesNotExist();
    }
}
