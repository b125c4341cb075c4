package io.auralis.agent.library;

import io.auralis.agent.home.AuralisHome;
import io.auralis.agent.home.Causes;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.home.PrivateFolder;
import io.auralis.contracts.fingerprint.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The store of the collection, {@code library/library.db} (docs/adr/0013): each track once by its content, and the files
 * that hold it. Each write is a transaction of its own, on the disk when it returns; several threads and processes may
 * use one store at a time, readers never wait for a writer. It only answers for fingerprints of today's algorithms.
 */
public final class Library implements AutoCloseable {
    /** The schema's number is the version of all its algorithms (docs/fingerprint.md); figures of two never mix. */
    private static final String EDITION = Fingerprint.SCHEMA;

    private static final String TRACK_COLUMNS =
            "SELECT t.id, min(f.path), t.title, t.artist, t.album, t.seconds FROM track t JOIN file f ON f.track = t.id"
                    + " WHERE f.missing_since IS NULL AND t.edition = '" + EDITION + "'";

    private final LibraryConnection store;

    private Library(LibraryConnection store) {
        this.store = store;
    }

    /** Whether a scan has made one. */
    public static boolean exists(AuralisHome home) {
        return Files.exists(file(home));
    }

    private static Path file(AuralisHome home) {
        return home.library().resolve("library.db");
    }

    /**
     * Opens the store, and makes it where there is none.
     *
     * @throws HomeException if it is damaged, of a newer program, or cannot be written
     */
    public static Library open(AuralisHome home) {
        return open(home, 0);
    }

    /** @param mostPages of 4 KB that the file may have, as on a disk that is full beyond them; 0 for no bound */
    static Library open(AuralisHome home, int mostPages) {
        try {
            PrivateFolder.create(home.library());
        } catch (IOException e) {
            throw new HomeException("Cannot write to " + home.library() + ": " + Causes.sentence(e) + ".", e);
        }
        SqliteNative.prepare(home.library());
        return new Library(LibraryConnection.open(file(home), mostPages));
    }

    /**
     * Whether this very file, by its size and time, was heard before or refused before.
     *
     * @param reason why it was refused; absent where it was heard
     */
    public record Known(
            FileState state, boolean missing, @Nullable String reason) {}

    /** What the store knows of a path; empty also where it was heard by other algorithms than today's. */
    public Optional<Known> known(String path) {
        String sql = "SELECT f.bytes, f.modified_nanos, f.missing_since IS NOT NULL, NULL FROM file f JOIN track t ON"
                + " t.id = f.track WHERE f.path = ?1 AND t.edition = ?2 UNION ALL SELECT bytes, modified_nanos, 0, reason"
                + " FROM refused WHERE path = ?1";
        return store
                .query(
                        sql,
                        List.of(path, EDITION),
                        row -> new Known(
                                new FileState(path, row.getLong(1), row.getLong(2)),
                                row.getBoolean(3),
                                row.getString(4)))
                .stream()
                .findFirst();
    }

    /** The track of this content, if it was heard by today's algorithms. */
    public Optional<Long> trackOf(String sha256) {
        return id("SELECT id FROM track WHERE sha256 = ? AND edition = ?", sha256);
    }

    /** The track that a file holds, by its path; empty where none is known. */
    public Optional<Long> trackAt(String path) {
        return id("SELECT t.id FROM file f JOIN track t ON t.id = f.track WHERE f.path = ? AND t.edition = ?", path);
    }

    private Optional<Long> id(String sql, String by) {
        return store.query(sql, List.of(by, EDITION), row -> row.getLong(1)).stream()
                .findFirst();
    }

    /** Keeps that a file holds a track that is known already. */
    public void put(FileState state, long track) {
        store.inTransaction(() -> putFile(state, track));
    }

    /** Keeps a track that was heard, and the file that holds it; on the disk when this returns. */
    public void put(FileState state, HeardTrack heard, Instant now) {
        store.inTransaction(() -> {
            store.update(
                    "INSERT INTO track (sha256, edition, fingerprint, seconds, title, artist, album, heard_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO UPDATE SET edition ="
                            + " excluded.edition, fingerprint = excluded.fingerprint, seconds = excluded.seconds, title ="
                            + " excluded.title, artist = excluded.artist, album = excluded.album, heard_at ="
                            + " excluded.heard_at",
                    heard.sha256(),
                    EDITION,
                    PackedFingerprints.packed(heard.fingerprint()),
                    heard.seconds(),
                    heard.title(),
                    heard.artist(),
                    heard.album(),
                    now.toEpochMilli());
            putFile(state, trackOf(heard.sha256()).orElseThrow());
        });
    }

    private void putFile(FileState state, long track) {
        store.update("DELETE FROM refused WHERE path = ?", state.path());
        store.update(
                "INSERT INTO file (path, track, bytes, modified_nanos) VALUES (?, ?, ?, ?) ON CONFLICT (path) DO UPDATE"
                        + " SET track = excluded.track, bytes = excluded.bytes, modified_nanos = excluded.modified_nanos,"
                        + " missing_since = NULL",
                state.path(),
                track,
                state.bytes(),
                state.modifiedNanos());
        dropUnheld();
    }

    /** Keeps that a file is no track that can be heard, so that it is not tried again until it changes. */
    public void refuse(FileState state, String reason) {
        store.inTransaction(() -> {
            store.update("DELETE FROM file WHERE path = ?", state.path());
            store.update(
                    "INSERT OR REPLACE INTO refused (path, bytes, modified_nanos, reason) VALUES (?, ?, ?, ?)",
                    state.path(),
                    state.bytes(),
                    state.modifiedNanos(),
                    reason);
            dropUnheld();
        });
    }

    /** Every path under a folder, or the file itself, that the store knows of. */
    public List<String> pathsUnder(Path folder) {
        String inside = folder.resolve("x").toString().replaceFirst("x$", "");
        return store.query(
                "SELECT path FROM file WHERE path = ?1 OR substr(path, 1, length(?2)) = ?2 UNION SELECT path FROM refused"
                        + " WHERE path = ?1 OR substr(path, 1, length(?2)) = ?2 ORDER BY 1",
                List.of(folder.toString(), inside),
                row -> row.getString(1));
    }

    /** What became of a file that is not there any more. */
    public enum Vanished {
        /** Its content is in another file of the library: it was moved, renamed, or one copy of several. */
        MOVED,
        /** Nobody has its content now; it is kept, in case its disk is only away. */
        MISSING,
        /** It had been refused, or was missing before. */
        NOTHING_NEW
    }

    /** Takes in that a file is not there any more. */
    public Vanished vanished(String path, Instant now) {
        Vanished[] became = {Vanished.NOTHING_NEW};
        store.inTransaction(() -> {
            store.update("DELETE FROM refused WHERE path = ?", path);
            int moved = store.update(
                    "DELETE FROM file WHERE path = ?1 AND EXISTS (SELECT 1 FROM file o WHERE o.track = file.track AND"
                            + " o.path <> ?1 AND o.missing_since IS NULL)",
                    path);
            int missing = store.update(
                    "UPDATE file SET missing_since = ? WHERE path = ? AND missing_since IS NULL",
                    now.toEpochMilli(),
                    path);
            became[0] = moved > 0 ? Vanished.MOVED : missing > 0 ? Vanished.MISSING : Vanished.NOTHING_NEW;
        });
        return became[0];
    }

    /**
     * Forgets files, and tracks that no other file holds: no byte of them stays in the store.
     *
     * @return how many paths were forgotten
     */
    public int forget(List<String> paths) {
        int[] forgotten = {0};
        store.inTransaction(() -> {
            for (String path : paths) {
                forgotten[0] += store.update("DELETE FROM file WHERE path = ?", path)
                        + store.update("DELETE FROM refused WHERE path = ?", path);
            }
            dropUnheld();
        });
        // The log of the last writes would hold them until the next checkpoint.
        store.query("PRAGMA wal_checkpoint(TRUNCATE)", List.of(), row -> row.getInt(1));
        return forgotten[0];
    }

    private void dropUnheld() {
        store.update("DELETE FROM track WHERE NOT EXISTS (SELECT 1 FROM file WHERE file.track = track.id)");
    }

    /** The fingerprints of all tracks that a file holds which is there, in the order of their ids. */
    public PackedFingerprints fingerprints() {
        PackedFingerprints all = new PackedFingerprints();
        String sql =
                "SELECT id, fingerprint FROM track t WHERE edition = ? AND EXISTS (SELECT 1 FROM file f WHERE f.track ="
                        + " t.id AND f.missing_since IS NULL) ORDER BY id";
        store.query(sql, List.of(EDITION), row -> {
            all.add(row.getLong(1), row.getBytes(2));
            return true;
        });
        return all;
    }

    /** Every track that a file holds which is there, by path. */
    public List<LibraryTrack> tracks() {
        return store.query(TRACK_COLUMNS + " GROUP BY t.id ORDER BY 2", List.of(), Library::track);
    }

    /** @throws IllegalArgumentException if there is none of that id, or no file holds it now */
    public LibraryTrack track(long id) {
        return store.query(TRACK_COLUMNS + " AND t.id = ? GROUP BY t.id", List.of(id), Library::track).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no track " + id + " in the library."));
    }

    private static LibraryTrack track(ResultSet row) throws SQLException {
        return new LibraryTrack(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getDouble(6));
    }

    /** @param files there; so many more are {@code missing}, so many {@code refused} */
    public record Counts(long tracks, long files, long missing, long refused, double seconds) {}

    public Counts counts() {
        String held =
                "edition = ?1 AND EXISTS (SELECT 1 FROM file f WHERE f.track = track.id AND f.missing_since IS NULL)";
        return store.query(
                        "SELECT (SELECT count(*) FROM track WHERE " + held + "), (SELECT count(*) FROM file WHERE"
                                + " missing_since IS NULL), (SELECT count(*) FROM file WHERE missing_since IS NOT NULL),"
                                + " (SELECT count(*) FROM refused), (SELECT coalesce(sum(seconds), 0) FROM track WHERE "
                                + held + ")",
                        List.of(EDITION),
                        row -> new Counts(
                                row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getDouble(5)))
                .get(0);
    }

    /** @throws HomeException if the store is damaged; reads all of it, which takes a second per 100,000 tracks */
    public void check() {
        List<String> found = store.query("PRAGMA quick_check(1)", List.of(), row -> row.getString(1));
        if (!found.equals(List.of("ok"))) {
            throw store.damaged(String.join("; ", found));
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
