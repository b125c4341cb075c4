package io.auralis.agent.cli;

import io.auralis.engine.audio.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/** Draws how far a long piece of work is, on one line of standard error; silent where nobody watches. */
final class ProgressBar implements Progress, AutoCloseable {
    private static final int WIDTH = 30;
    private final PrintWriter err;
    private final boolean interactive;
    private String drawn = "";

    ProgressBar(Session session) {
        this.err = session.err();
        this.interactive = session.interactive();
    }

    @Override
    public void report(String stage, double fraction) {
        if (!interactive) {
            return;
        }
        String line = fraction < 0
                ? stage
                : String.format(
                        Locale.ROOT,
                        "[%s%s] %3.0f %% %s",
                        "#".repeat(done(fraction)),
                        " ".repeat(WIDTH - done(fraction)),
                        Math.min(fraction, 1) * 100,
                        stage);
        if (!line.equals(drawn)) {
            err.print("\r" + line + " ".repeat(Math.max(0, drawn.length() - line.length())));
            err.flush();
            drawn = line;
        }
    }

    private static int done(double fraction) {
        return (int) Math.round(Math.min(fraction, 1) * WIDTH);
    }

    /** Clears the line, so that the result stands alone. */
    @Override
    public void close() {
        if (!drawn.isEmpty()) {
            err.print("\r" + " ".repeat(drawn.length()) + "\r");
            err.flush();
        }
    }
}
