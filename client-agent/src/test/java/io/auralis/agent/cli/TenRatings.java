package io.auralis.agent.cli;

import java.nio.file.Path;

/** A program of its own that rates a track ten times, so that a test can run two of it at once. */
final class TenRatings {
    private TenRatings() {}

    /** @param arguments the home and the track */
    public static void main(String[] arguments) {
        for (int i = 0; i < 10; i++) {
            CommandRun run = CommandRun.of(
                    Path.of(arguments[0]), "rate-track", arguments[1], "--rating", "3", "--comment", "more bass");
            if (run.code() != ExitCode.OK) {
                System.err.println(run.err());
                System.exit(run.code());
            }
        }
    }
}
