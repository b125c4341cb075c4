package io.auralis.agent.cli;

/**
 * Named in {@code java.util.logging.config.class}: configures no handler, so that what a library logs (such as a stack
 * trace for metadata that does not parse, which is refused anyway) never stands between the listener and his one
 * sentence. Loaded only when a library logs.
 */
public final class QuietLibraries {
    /** Called by {@link java.util.logging.LogManager}. */
    public QuietLibraries() {}

    static void install() {
        System.setProperty("java.util.logging.config.class", QuietLibraries.class.getName());
    }
}
