package io.auralis.agent.cli;

import io.auralis.agent.exchange.ExchangeException;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.models.ModelRefusedException;
import io.auralis.agent.models.RepositoryException;
import io.auralis.engine.media.MediaException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Maps an exception to one sentence and one exit code; the stack trace only on request. */
final class Failures implements CommandLine.IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception e, CommandLine command, CommandLine.ParseResult result) {
        PrintWriter err = command.getErr();
        int code = codeOf(e);
        if (code == ExitCode.INTERNAL) {
            err.println("auralis: internal error (" + e.getClass().getSimpleName()
                    + "). Please report it with the output of --stacktrace.");
        } else {
            err.println("auralis: " + Mistakes.sentence(String.valueOf(e.getMessage())));
        }
        if (result.expandedArgs().contains("--stacktrace")) {
            e.printStackTrace(err);
        }
        return code;
    }

    private static int codeOf(Exception e) {
        if (e instanceof MediaException media) {
            return media.kind() == MediaException.Kind.BAD_INPUT ? ExitCode.USAGE : ExitCode.FAILURE;
        }
        if (e instanceof HomeException || e instanceof ExchangeException || e instanceof RepositoryException) {
            return ExitCode.FAILURE;
        }
        if (e instanceof RefusedException || e instanceof ModelRefusedException) {
            return ExitCode.REFUSED;
        }
        if (e instanceof IllegalArgumentException) {
            return ExitCode.USAGE;
        }
        return ExitCode.INTERNAL;
    }
}
