package io.auralis.simulator;

import io.auralis.agent.home.HomeException;
import io.auralis.engine.media.MediaException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;

/** Maps a failure to one sentence and one exit code. */
public final class Failures implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {
    private Failures() {}

    /** Gives a command line this treatment of failures. */
    public static CommandLine handledBy(CommandLine line) {
        Failures failures = new Failures();
        return line.setExecutionExceptionHandler(failures).setParameterExceptionHandler(failures);
    }

    @Override
    public int handleExecutionException(Exception failed, CommandLine command, CommandLine.ParseResult result) {
        if (failed instanceof CommandLine.ParameterException wrong) {
            return handleParseException(wrong, new String[0]);
        }
        boolean ofTheMachine = failed instanceof SimulationException
                || failed instanceof CancellationException
                || failed instanceof HomeException
                || failed instanceof MediaException
                || failed instanceof IOException
                || failed instanceof UncheckedIOException;
        String sentence = ofTheMachine
                ? failed.getMessage()
                : "internal error (" + failed + "). Please report it with the output of --stacktrace.";
        command.getErr().println("auralis: " + sentence);
        if (result.expandedArgs().contains("--stacktrace")) failed.printStackTrace(command.getErr());
        return ofTheMachine ? ExitCode.FAILURE : ExitCode.INTERNAL;
    }

    @Override
    public int handleParseException(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr()
                .println("auralis: " + wrong.getMessage() + " See '"
                        + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }
}
