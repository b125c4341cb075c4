package io.auralis.deploy;

import io.auralis.deploy.stack.StackException;
import picocli.CommandLine;

/** Maps a failure to one sentence and one exit code: 1 the machine, 2 wrong usage, 4 a mistake of ours. */
final class Failures implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {
    private static final int FAILURE = 1;
    private static final int USAGE = 2;
    private static final int INTERNAL = 4;

    @Override
    public int handleExecutionException(Exception failed, CommandLine command, CommandLine.ParseResult result) {
        boolean ofTheMachine = failed instanceof StackException;
        String sentence = ofTheMachine
                ? failed.getMessage()
                : "internal error (" + failed + "). Please report it with the output of --stacktrace.";
        command.getErr().println("auralis: " + sentence);
        if (result.expandedArgs().contains("--stacktrace")) failed.printStackTrace(command.getErr());
        return ofTheMachine ? FAILURE : INTERNAL;
    }

    @Override
    public int handleParseException(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr()
                .println("auralis: " + wrong.getMessage() + " See '"
                        + command.getCommandSpec().qualifiedName() + " --help'.");
        return USAGE;
    }
}
