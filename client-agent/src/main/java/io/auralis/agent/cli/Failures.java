package io.auralis.agent.cli;

import io.auralis.agent.exchange.ExchangeException;
import io.auralis.agent.home.HomeException;
import io.auralis.agent.models.ModelRefusedException;
import io.auralis.agent.models.RepositoryException;
import io.auralis.engine.media.ForeignName;
import io.auralis.engine.media.MediaException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.List;
import picocli.CommandLine;

/** Maps an exception to one sentence and one exit code; the stack trace only on request. */
public final class Failures implements CommandLine.IExecutionExceptionHandler {
    private final List<Class<? extends Exception>> alsoOfTheEnvironment;

    Failures() {
        this(List.of());
    }

    /** @param alsoOfTheEnvironment what a program that uses this one's parts throws where its environment failed */
    public Failures(List<Class<? extends Exception>> alsoOfTheEnvironment) {
        this.alsoOfTheEnvironment = List.copyOf(alsoOfTheEnvironment);
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, CommandLine.ParseResult result) {
        PrintWriter err = command.getErr();
        int code = codeOf(e);
        err.println("auralis: " + sentence(e, code));
        if (result.expandedArgs().contains("--stacktrace")) {
            e.printStackTrace(err);
        }
        return code;
    }

    /** What is said of a failure that ends with this code. */
    static String sentence(Exception e, int code) {
        if (e instanceof InvalidPathException foreign) {
            return ForeignName.complaint(foreign);
        }
        return code == ExitCode.INTERNAL
                ? "internal error (" + e.getClass().getSimpleName()
                        + "). Please report it with the output of --stacktrace."
                : Mistakes.sentence(String.valueOf(e.getMessage()));
    }

    int codeOf(Exception e) {
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
        return alsoOfTheEnvironment.stream().anyMatch(kind -> kind.isInstance(e))
                ? ExitCode.FAILURE
                : ExitCode.INTERNAL;
    }
}
