package io.auralis.simulator;

/** The exit codes that all of Auralis' commands share. */
public final class ExitCode {
    public static final int OK = 0;

    /** The environment failed, or what was to be shown did not come about. */
    public static final int FAILURE = 1;

    public static final int USAGE = 2;
    public static final int INTERNAL = 4;

    private ExitCode() {}
}
