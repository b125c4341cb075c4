package io.auralis.agent.cli;

/** What a command's exit tells a script. */
final class ExitCode {
    static final int OK = 0;
    /** The environment failed: disk, network, permission of the file system. */
    static final int FAILURE = 1;
    /** The listener asked for something impossible, or the input is bad. */
    static final int USAGE = 2;
    /** Refused or not permitted: sharing is off, a bundle does not verify, a guard says no. */
    static final int REFUSED = 3;
    /** A mistake of ours. */
    static final int INTERNAL = 4;

    private ExitCode() {}
}
