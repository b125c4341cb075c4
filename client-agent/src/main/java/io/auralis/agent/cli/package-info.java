/** The command line: one class per command, one handler that maps an exception to an exit code and a sentence. Uses all other packages. */
@org.jspecify.annotations.NullMarked
package io.auralis.agent.cli;
