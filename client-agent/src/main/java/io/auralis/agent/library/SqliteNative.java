package io.auralis.agent.library;

import io.auralis.agent.home.AtomicFile;
import io.auralis.agent.home.HomeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Keeps SQLite's native library under the home. The driver itself unpacks it into the system's temporary folder at every
 * start and deletes it at the end, so that each kill leaves 1.5 MB there for good; here it is unpacked once per version.
 */
final class SqliteNative {
    private static final String FOLDER_PROPERTY = "org.sqlite.lib.path";
    private static final String NAME_PROPERTY = "org.sqlite.lib.name";

    private SqliteNative() {}

    /** Before the first connection of the process; later calls change nothing. */
    static synchronized void prepare(Path libraryFolder) {
        if (System.getProperty(FOLDER_PROPERTY) != null) {
            return;
        }
        String name = LibraryLoaderUtil.getNativeLibName();
        Path folder = libraryFolder.resolve("native-" + SQLiteJDBCLoader.getVersion());
        Path file = folder.resolve(name);
        try {
            // Written whole or not at all; one that will not load all the same, the driver replaces by its own way.
            if (!Files.exists(file) && !unpack(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name, file)) {
                return;
            }
            System.setProperty(FOLDER_PROPERTY, folder.toString());
            System.setProperty(NAME_PROPERTY, name);
        } catch (IOException e) {
            throw new HomeException("Cannot unpack SQLite into " + folder + ".", e);
        }
    }

    /** Whether the driver brings one for this system; where not, it says so itself. */
    private static boolean unpack(String resource, Path file) throws IOException {
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                return false;
            }
            AtomicFile.write(file, in.readAllBytes());
            return true;
        }
    }
}
