package io.auralis.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryScanTest {
    @TempDir
    Path folder;

    private Path home;
    private Path music;

    @BeforeEach
    void songs() throws IOException {
        home = folder.resolve("home");
        music = Files.createDirectories(folder.resolve("music")).toRealPath();
        RenderedSong.wav(music.resolve("one.wav"), 1, 2);
        RenderedSong.wav(Files.createDirectory(music.resolve("disc 2")).resolve("two.wav"), 2, 2);
    }

    private CommandRun library(String... more) {
        List<String> arguments = new ArrayList<>(List.of("library"));
        arguments.addAll(Arrays.asList(more));
        return CommandRun.of(home, arguments.toArray(String[]::new));
    }

    private JsonNode scan(String... more) {
        List<String> arguments = new ArrayList<>(List.of("scan", music.toString(), "--json"));
        arguments.addAll(Arrays.asList(more));
        CommandRun run = library(arguments.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return run.json();
    }

    private static void assertCounts(JsonNode scan, int heard, int recognised, int unchanged, int moved, int missing) {
        assertThat(List.of("heard", "recognised", "unchanged", "moved", "missing"))
                .extracting(key -> scan.get(key).asInt())
                .as("heard, recognised, unchanged, moved, missing")
                .containsExactly(heard, recognised, unchanged, moved, missing);
    }

    @Test
    void onlyWhatIsNewIsHeardAndTheContentDecides() throws IOException {
        assertCounts(scan(), 2, 0, 0, 0, 0);
        assertCounts(scan(), 0, 0, 2, 0, 0);
        Path one = music.resolve("one.wav");
        Files.setLastModifiedTime(one, FileTime.fromMillis(1_000_000));
        assertCounts(scan(), 0, 1, 1, 0, 0);
        assertCounts(scan(), 0, 0, 2, 0, 0);
        FileTime time = Files.getLastModifiedTime(one);
        byte[] bytes = Files.readAllBytes(one);
        bytes[bytes.length / 2] ^= 1;
        Files.write(one, bytes);
        Files.setLastModifiedTime(one, time);
        assertCounts(scan(), 0, 0, 2, 0, 0);
        assertCounts(scan("--read-all"), 1, 0, 1, 0, 0);
        assertThat(library("show", "--json").json().get("tracks").asInt()).isEqualTo(2);
    }

    @Test
    void whatWasRenamedIsRecognisedAndWhatVanishedIsMarkedUntilItIsBack() throws IOException {
        scan();
        Files.move(music.resolve("one.wav"), music.resolve("uno.wav"));
        assertCounts(scan(), 0, 1, 1, 1, 0);
        Path away = folder.resolve("two.wav");
        Files.move(music.resolve("disc 2").resolve("two.wav"), away);
        assertCounts(scan(), 0, 0, 1, 0, 1);
        assertCounts(scan(), 0, 0, 1, 0, 0);
        JsonNode shown = library("show", "--json").json();
        assertThat(shown.get("tracks").asInt()).isEqualTo(1);
        assertThat(shown.get("missing").asInt()).isEqualTo(1);
        Files.move(away, music.resolve("two.wav"));
        assertCounts(scan(), 0, 1, 1, 1, 0);
        assertThat(library("show", "--json").json().get("missing").asInt()).isZero();
    }

    @Test
    void aFolderOfBrokenUnreadableAndOtherFilesIsScannedToItsEndAndTheyAreListed() throws IOException {
        Files.writeString(music.resolve("broken.flac"), "this is no music");
        Files.write(music.resolve("empty.mp3"), new byte[0]);
        byte[] cut = Files.readAllBytes(music.resolve("one.wav"));
        Files.write(music.resolve("cut.flac"), Arrays.copyOf(cut, 30));
        Files.writeString(music.resolve("notes.txt"), "no audio");
        Files.writeString(music.resolve(".hidden.wav"), "not looked at");
        Files.writeString(music.resolve("one (Auralis).wav"), "a master of ours");
        Files.createSymbolicLink(music.resolve("nowhere.wav"), folder.resolve("nothing.wav"));
        Files.createSymbolicLink(music.resolve("disc 2").resolve("up"), music);
        JsonNode first = scan();
        assertCounts(first, 2, 0, 0, 0, 0);
        assertThat(first.get("broken").findValuesAsText("path"))
                .extracting(path -> Path.of(path).getFileName().toString())
                .containsExactly("broken.flac", "cut.flac", "empty.mp3");
        assertThat(first.get("broken").findValuesAsText("reason"))
                .allSatisfy(reason -> assertThat(reason).isNotBlank());
        assertThat(first.get("unreadable").findValuesAsText("reason"))
                .containsExactlyInAnyOrder("no regular file", "a link that leads back up");
        assertThat(first.get("notAudio")).hasSize(1);
        JsonNode second = scan();
        assertCounts(second, 0, 0, 2, 0, 0);
        assertThat(second.get("broken")).as("remembered, not tried again").isEqualTo(first.get("broken"));
        assertThat(library("scan", music.toString()).out())
                .contains("0 heard", "3 broken, 2 unreadable, 1 no audio.", "Broken: ", "Unreadable: ", "No audio: ");
        RenderedSong.wav(music.resolve("broken.flac"), 3, 2);
        JsonNode mended = scan();
        assertThat(mended.get("heard").asInt())
                .as("it changed, so it is tried again")
                .isEqualTo(1);
        assertThat(mended.get("broken")).hasSize(2);
    }

    @Test
    void linksToOneFileAreOneFile() throws IOException {
        Files.createSymbolicLink(music.resolve("link.wav"), music.resolve("one.wav"));
        Files.createSymbolicLink(folder.resolve("way"), music);
        assertCounts(scan(folder.resolve("way").toString()), 2, 0, 0, 0, 0);
        assertThat(library("show", "--json").json().get("files").asInt()).isEqualTo(2);
    }

    @Test
    void aFolderThatDoesNotExistIsAMistakeAndMarksNothingMissing() throws IOException {
        scan();
        Path away = Files.move(music, folder.resolve("elsewhere"));
        CommandRun run = library("scan", music.toString());
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("does not exist");
        assertThat(library("show", "--json").json().get("missing").asInt()).isZero();
        Files.move(away, music);
    }

    @Test
    void aStoreThatCannotBeWrittenIsToldInOneSentence() throws IOException {
        Files.createDirectories(home);
        Files.writeString(home.resolve("library"), "a file is in the way");
        CommandRun run = library("scan", music.toString());
        assertThat(run.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("Cannot write to").doesNotContain("Exception");
    }

    @Test
    void nothingOfTheMusicIsChanged() throws IOException {
        List<String> before = listing();
        Files.setPosixFilePermissions(music.resolve("one.wav"), PosixFilePermissions.fromString("r--r--r--"));
        scan();
        assertThat(listing()).isEqualTo(before);
    }

    private List<String> listing() throws IOException {
        try (Stream<Path> files = Files.walk(music)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file + " " + file.toFile().length() + " "
                            + file.toFile().lastModified())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatIsAlikeIsFoundForATrackOfTheLibraryAndForAnyOther() throws IOException {
        scan();
        JsonNode near = library("similar", music.resolve("one.wav").toString(), "--json")
                .json();
        assertThat(near).hasSize(1);
        assertThat(near.get(0).get("path").asText()).endsWith("two.wav");
        assertThat(near.get(0).get("dimensions")).hasSize(25);
        Path other = RenderedSong.wav(folder.resolve("other.wav"), 3, 2);
        CommandRun text = library("similar", other.toString(), "--count", "1");
        assertThat(text.out()).contains("alike in", "differs in").containsOnlyOnce("alike in");
        assertThat(library("outliers").out()).contains("No track stands apart.");
        assertThat(library("similar", other.toString(), "--count", "0").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theSearchIsByWordsKindAndRanges() {
        scan();
        assertThat(library("search", "disc", "TWO", "--json").json()).hasSize(1);
        assertThat(library("search", "nothing-like-it", "--json").json()).isEmpty();
        assertThat(library("search", "--range", "stereo_width=0..1", "--json").json())
                .hasSize(2);
        assertThat(library("search", "--range", "lufs=-3..", "--json").json()).isEmpty();
        assertThat(library("search", "--range", "loudness=1..2").err()).contains("unknown fingerprint dimension");
        assertThat(library("search", "--range", "lufs=quiet").err()).contains("a range is KEY=FROM..TO");
        JsonNode all = library("show", "--json").json().get("list");
        String type = all.get(0).get("type").asText();
        assertThat(library("search", "--type", type, "--json").json().size()).isPositive();
        assertThat(library("show", "--type", "polka").err()).contains("There is no kind of recording \"polka\"");
        assertThat(library("show").out()).contains("2 tracks in 2 files", "one.wav");
    }

    @Test
    void beforeTheFirstScanEveryQuestionSaysWhatToDo() {
        for (String verb : List.of("show", "search", "outliers", "characterize")) {
            CommandRun run = library(verb);
            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("There is no library yet; make one: auralis library scan FOLDER.");
        }
        assertThat(home.resolve("library")).doesNotExist();
    }

    @Test
    void aForgottenFileIsForgottenAndAllIsDeletedWithTheDrafts() throws IOException {
        scan();
        assertThat(library("forget", music.resolve("one.wav").toString()).out()).contains("1 file forgotten.");
        assertThat(library("show", "--json").json().get("tracks").asInt()).isEqualTo(1);
        assertThat(library("forget", music.toString(), "--json")
                        .json()
                        .get("files")
                        .asInt())
                .isEqualTo(1);
        assertThat(library("forget", "--all").out()).contains("The library is deleted.");
        assertThat(home.resolve("library")).doesNotExist();
        Files.writeString(music.resolve("one.wav"), " ", StandardOpenOption.APPEND);
        assertThat(library("forget").code()).isEqualTo(ExitCode.USAGE);
    }
}
