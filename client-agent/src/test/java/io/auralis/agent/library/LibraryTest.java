package io.auralis.agent.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.HomeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryTest {
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    @TempDir
    Path folder;

    private AuralisHome home;
    private Path file;
    private final SplittableRandom random = new SplittableRandom(1);

    @BeforeEach
    void home() {
        home = new AuralisHome(folder.resolve("home"));
        file = home.library().resolve("library.db");
    }

    private static FileState state(String path) {
        return new FileState(path, 1000, 5);
    }

    private static String sha(long number) {
        return HexFormat.of().toHexDigits(number).repeat(4);
    }

    private void put(Library library, String path, long content) {
        library.put(state(path), Figures.heard(sha(content), Figures.anything(random)), NOW);
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aTrackReadsBackAsItWasHeard() {
        HeardTrack heard = new HeardTrack(sha(7), Figures.anything(random), 61.5, "Title", "Artist", "Album");
        try (Library library = Library.open(home)) {
            library.put(state("/music/a.flac"), heard, NOW);
        }
        try (Library library = Library.open(home)) {
            PackedFingerprints all = library.fingerprints();
            assertThat(all.size()).isEqualTo(1);
            assertThat(all.fingerprint(0)).isEqualTo(heard.fingerprint());
            assertThat(library.track(all.id(0)))
                    .isEqualTo(new LibraryTrack(all.id(0), "/music/a.flac", "Title", "Artist", "Album", 61.5));
            assertThat(library.known("/music/a.flac")).contains(new Library.Known(state("/music/a.flac"), false, null));
            assertThat(library.trackOf(sha(7))).contains(all.id(0));
            assertThat(library.trackAt("/music/a.flac")).contains(all.id(0));
        }
    }

    @Test
    void twoFilesOfOneContentAreOneTrackAndAFileOfNewContentChangesItsTrack() {
        try (Library library = Library.open(home)) {
            put(library, "/music/a.flac", 1);
            library.put(state("/music/copy.flac"), library.trackOf(sha(1)).orElseThrow());
            assertThat(library.counts()).isEqualTo(new Library.Counts(1, 2, 0, 0, 200));
            put(library, "/music/a.flac", 2);
            put(library, "/music/copy.flac", 2);
            assertThat(library.trackOf(sha(1))).as("nobody holds it any more").isEmpty();
            assertThat(library.counts().tracks()).isEqualTo(1);
        }
    }

    @Test
    void aVanishedFileIsMovedWhereItsContentIsElsewhereElseMissingAndNotShown() {
        try (Library library = Library.open(home)) {
            put(library, "/music/a.flac", 1);
            library.put(state("/music/b.flac"), library.trackOf(sha(1)).orElseThrow());
            assertThat(library.vanished("/music/a.flac", NOW)).isEqualTo(Library.Vanished.MOVED);
            assertThat(library.vanished("/music/b.flac", NOW)).isEqualTo(Library.Vanished.MISSING);
            assertThat(library.vanished("/music/b.flac", NOW)).isEqualTo(Library.Vanished.NOTHING_NEW);
            assertThat(library.fingerprints().size()).isZero();
            assertThat(library.tracks()).isEmpty();
            assertThat(library.known("/music/b.flac").orElseThrow().missing()).isTrue();
            library.put(state("/music/b.flac"), library.trackOf(sha(1)).orElseThrow());
            assertThat(library.fingerprints().size()).isEqualTo(1);
        }
    }

    @Test
    void aRefusedFileIsKnownWithItsReasonUntilItIsHeard() {
        try (Library library = Library.open(home)) {
            library.refuse(state("/music/bad.flac"), "it is no audio");
            assertThat(library.known("/music/bad.flac").orElseThrow().reason()).isEqualTo("it is no audio");
            put(library, "/music/bad.flac", 3);
            assertThat(library.known("/music/bad.flac").orElseThrow().reason()).isNull();
            assertThat(library.counts().refused()).isZero();
        }
    }

    @Test
    void figuresOfOtherAlgorithmsAreNeverAnsweredWith() throws SQLException {
        try (Library library = Library.open(home)) {
            put(library, "/music/a.flac", 1);
        }
        sql("UPDATE track SET edition = 'fingerprint/0'");
        try (Library library = Library.open(home)) {
            assertThat(library.fingerprints().size()).isZero();
            assertThat(library.known("/music/a.flac")).isEmpty();
            assertThat(library.trackOf(sha(1))).isEmpty();
            put(library, "/music/a.flac", 1);
            assertThat(library.fingerprints().size()).isEqualTo(1);
        }
    }

    @Test
    void pathsUnderAFolderAreThoseUnderItAndNotOfOneThatIsCalledAlike() {
        try (Library library = Library.open(home)) {
            put(library, "/music/a.flac", 1);
            put(library, "/music/deep/b_%.flac", 2);
            put(library, "/music2/c.flac", 3);
            assertThat(library.pathsUnder(Path.of("/music"))).containsExactly("/music/a.flac", "/music/deep/b_%.flac");
            assertThat(library.pathsUnder(Path.of("/music/a.flac"))).containsExactly("/music/a.flac");
        }
    }

    @Test
    void whatIsForgottenLeavesNoByteInTheStore() throws IOException {
        try (Library library = Library.open(home)) {
            for (int i = 0; i < 300; i++) {
                put(library, "/music/unforgettable-" + i + ".flac", i);
            }
            put(library, "/music/kept.flac", 1000);
        }
        assertThat(holding("unforgettable")).isNotEmpty();
        try (Library library = Library.open(home)) {
            List<String> paths = library.pathsUnder(Path.of("/music")).stream()
                    .filter(path -> !path.endsWith("kept.flac"))
                    .toList();
            assertThat(library.forget(paths)).isEqualTo(300);
            assertThat(holding("unforgettable")).as("with the store open").isEmpty();
            assertThat(library.counts().tracks()).isEqualTo(1);
        }
        assertThat(holding("unforgettable")).isEmpty();
    }

    private List<Path> holding(String text) throws IOException {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(home.library())) {
            for (Path one : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(one), StandardCharsets.ISO_8859_1).contains(text)) {
                    found.add(one);
                }
            }
        }
        return found;
    }

    @Test
    void aStoreOfANewerProgramIsRefusedAndLeftAsItIs() throws Exception {
        Library.open(home).close();
        sql("PRAGMA user_version = 99");
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> Library.open(home))
                .isInstanceOf(HomeException.class)
                .hasMessageContaining("was written by a newer version of the program (store version 99")
                .hasMessageContaining("update Auralis");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void anotherProgramsDatabaseIsRefusedAndLeftAsItIs() throws Exception {
        Files.createDirectories(home.library());
        sql("CREATE TABLE letters (text TEXT)");
        assertThatThrownBy(() -> Library.open(home))
                .isInstanceOf(HomeException.class)
                .hasMessageContaining("is a database, but no library of Auralis");
        sql("INSERT INTO letters VALUES ('still here')");
    }

    @Test
    void aFileThatIsNoDatabaseIsCalledDamagedWithWhatToDoAndLeftAsItIs() throws IOException {
        Files.createDirectories(home.library());
        byte[] garbage = "this is no database ".repeat(500).getBytes(StandardCharsets.US_ASCII);
        Files.write(file, garbage);
        assertThatThrownBy(() -> Library.open(home))
                .isInstanceOf(HomeException.class)
                .hasMessageContaining("is damaged")
                .hasMessageContaining("move it away and run \"auralis library scan\" anew");
        assertThat(Files.readAllBytes(file)).isEqualTo(garbage);
    }

    @Test
    void aStoreThatIsDamagedInsideIsToldByTheCheck() throws IOException {
        try (Library library = Library.open(home)) {
            for (int i = 0; i < 400; i++) {
                put(library, "/music/" + i + ".flac", i);
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4096 * 8, 4096 * 12, (byte) 0x5a);
        Files.write(file, bytes);
        try (Library library = Library.open(home)) {
            assertThatThrownBy(library::check).isInstanceOf(HomeException.class).hasMessageContaining("is damaged");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void onAFullDiskTheWriteFailsInOneSentenceAndWhatWasStoredStays() {
        int stored = 0;
        try (Library library = Library.open(home, 60)) {
            String message = "";
            while (message.isEmpty()) {
                try {
                    put(library, "/music/" + stored + ".flac", stored);
                    stored++;
                } catch (HomeException e) {
                    message = String.valueOf(e.getMessage());
                }
            }
            assertThat(message).contains("The disk is full").contains("What is stored stays");
        }
        try (Library library = Library.open(home)) {
            library.check();
            assertThat(library.fingerprints().size()).isEqualTo(stored).isPositive();
            put(library, "/music/more.flac", 100_000);
        }
    }

    @Test
    void twoStoresOnOneFileWriteAtTheSameTimeWithoutLosingATrack() throws Exception {
        int each = 100;
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < 2; writer++) {
                int first = writer * each;
                writing.add(both.submit(() -> {
                    try (Library library = Library.open(home)) {
                        for (int i = first; i < first + each; i++) {
                            library.put(
                                    state("/music/" + i),
                                    Figures.heard(sha(i), Figures.anything(new SplittableRandom(i))),
                                    NOW);
                        }
                    }
                }));
            }
            for (Future<?> one : writing) {
                one.get();
            }
        } finally {
            both.shutdownNow();
        }
        try (Library library = Library.open(home)) {
            assertThat(library.fingerprints().size()).isEqualTo(2 * each);
        }
    }

    @Test
    void theStoreIsForItsOwnerAloneAndNothingIsLeftInTheTemporaryFolder() throws IOException {
        Library.open(home).close();
        assertThat(Files.getPosixFilePermissions(home.library())).hasSize(3);
        assertThat(System.getProperty("org.sqlite.lib.path")).isNotNull();
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            String own = "-libsqlitejdbc";
            long process = ProcessHandle.current()
                    .info()
                    .startInstant()
                    .orElse(Instant.now())
                    .toEpochMilli();
            assertThat(files.filter(one -> one.getFileName().toString().contains(own))
                            .filter(one -> one.toFile().lastModified() >= process)
                            .toList())
                    .isEmpty();
        }
    }
}
