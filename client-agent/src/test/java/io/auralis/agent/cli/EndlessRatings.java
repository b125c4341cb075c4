package io.auralis.agent.cli;

import java.nio.file.Path;

/** A program of its own that rates a track until it is killed, and says each rating that was acknowledged to it. */
final class EndlessRatings {
    private EndlessRatings() {}

    /** @param arguments the home, the track, and what its comments begin with */
    public static void main(String[] arguments) {
        for (int number = 1; ; number++) {
            String comment = arguments[2] + "-" + number + " more bass";
            CommandRun run = CommandRun.of(
                    Path.of(arguments[0]), "rate-track", arguments[1], "--rating", "3", "--comment", comment);
            if (run.code() != ExitCode.OK) {
                System.out.println("failed: " + run.err());
                System.exit(run.code());
            }
            System.out.println(comment);
            System.out.flush();
        }
    }
}
