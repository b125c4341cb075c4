package io.auralis.publisher.cli;

import picocli.CommandLine;

/** Answers a failed or mistyped command with one sentence and one exit code; the stack trace only on request. */
final class Failures implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {
    @Override
    public int handleExecutionException(Exception failed, CommandLine command, CommandLine.ParseResult result) {
        int code = failed instanceof CommandFailure known ? known.exitCode() : ExitCode.INTERNAL;
        String sentence = code == ExitCode.INTERNAL
                ? "internal error (" + failed.getClass().getSimpleName()
                        + "). Please report it with the output of --stacktrace."
                : String.valueOf(failed.getMessage());
        command.getErr().println("auralis: " + sentence);
        if (result.expandedArgs().contains("--stacktrace")) {
            failed.printStackTrace(command.getErr());
        }
        return code;
    }

    @Override
    public int handleParseException(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String line = String.valueOf(wrong.getMessage()).lines().findFirst().orElse("");
        command.getErr()
                .println("auralis: " + line + (line.endsWith(".") ? "" : ".") + " See "
                        + command.getCommandSpec().qualifiedName() + " --help.");
        return ExitCode.USAGE;
    }
}
