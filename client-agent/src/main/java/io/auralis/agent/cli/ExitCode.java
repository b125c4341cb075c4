package io.auralis.agent.cli;

/** What a command's exit tells a script; the same for every command of the listener's machine. */
public final class ExitCode {
    public static final int OK = 0;
    /** The environment failed: disk, network, permission of the file system. */
    public static final int FAILURE = 1;
    /** The listener asked for something impossible, or the input is bad. */
    public static final int USAGE = 2;
    /** Refused or not permitted: sharing is off, a bundle does not verify, a guard says no. */
    public static final int REFUSED = 3;
    /** A mistake of ours. */
    public static final int INTERNAL = 4;

    private ExitCode() {}
}
