package io.auralis.deploy.database;

import java.nio.file.Path;

/**
 * The database as a process of its own: {@code DatabaseProcess FOLDER PORT BINARIES}. Stops PostgreSQL cleanly on SIGTERM,
 * and ends when PostgreSQL ends, so that whoever watches this process watches the database.
 */
public final class DatabaseProcess {
    private DatabaseProcess() {}

    public static void main(String[] arguments) {
        if (arguments.length != 3) throw new IllegalArgumentException("expected: FOLDER PORT BINARIES");
        LocalDatabase database =
                LocalDatabase.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(database::stop, "stop-database"));
        database.awaitEnd();
        System.exit(1);
    }
}
