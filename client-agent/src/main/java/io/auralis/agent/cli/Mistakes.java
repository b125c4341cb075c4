package io.auralis.agent.cli;

import io.auralis.engine.media.ForeignName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Answers a mistyped command line in one sentence; the whole usage would bury what is wrong. */
public final class Mistakes implements CommandLine.IParameterExceptionHandler {
    @Override
    public int handleParseException(CommandLine.ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        Optional<String> foreign = foreignName(e);
        if (foreign.isPresent()) {
            command.getErr().println("auralis: " + foreign.get());
            return ExitCode.USAGE;
        }
        List<String> suggestions =
                e instanceof CommandLine.UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String hint = suggestions.isEmpty() ? "" : " Did you mean \"" + suggestions.get(0) + "\"?";
        command.getErr()
                .println("auralis: " + sentence(String.valueOf(e.getMessage())) + hint + " See "
                        + command.getCommandSpec().qualifiedName() + " --help.");
        return ExitCode.USAGE;
    }

    /** Where no path can be made of an argument, picocli tells an exception's class, or that it expected no argument. */
    private static Optional<String> foreignName(CommandLine.ParameterException e) {
        Stream<String> arguments = e instanceof CommandLine.UnmatchedArgumentException unmatched
                ? unmatched.getUnmatched().stream()
                : Stream.ofNullable(e.getValue());
        return arguments.flatMap(one -> ForeignName.complaint(one).stream()).findFirst();
    }

    /** The first line of a message as a sentence; libraries and the contracts name what is wrong without a full stop. */
    static String sentence(String message) {
        String line = message.lines().findFirst().orElse("").strip().replaceFirst("^Error: ", "");
        return line.matches(".*[.!?]") ? line : line + ".";
    }
}
