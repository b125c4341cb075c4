package io.auralis.agent.cli;

/** A command that only holds others. */
interface CommandGroup {
    /** The commands under it, in the order in which --help lists them. */
    Object[] commands();
}
