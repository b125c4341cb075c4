package io.auralis.publisher.cli;

/** What a command's exit tells a script; the same as of all of the project's programs. */
final class ExitCode {
    static final int OK = 0;
    /** The publisher or a file cannot be reached. */
    static final int FAILURE = 1;
    /** A mistyped command line, or something that does not exist. */
    static final int USAGE = 2;
    /** The account may not do it, or the candidate or release is in no state for it. */
    static final int REFUSED = 3;
    /** A mistake of ours. */
    static final int INTERNAL = 4;

    private ExitCode() {}
}
