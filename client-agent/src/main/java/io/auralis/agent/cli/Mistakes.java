package io.auralis.agent.cli;

import java.util.List;
import picocli.CommandLine;

/** Answers a mistyped command line in one sentence; the whole usage would bury what is wrong. */
public final class Mistakes implements CommandLine.IParameterExceptionHandler {
    @Override
    public int handleParseException(CommandLine.ParameterException e, String[] arguments) {
        CommandLine command = e.getCommandLine();
        List<String> suggestions =
                e instanceof CommandLine.UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String hint = suggestions.isEmpty() ? "" : " Did you mean \"" + suggestions.get(0) + "\"?";
        command.getErr()
                .println("auralis: " + sentence(String.valueOf(e.getMessage())) + hint + " See "
                        + command.getCommandSpec().qualifiedName() + " --help.");
        return ExitCode.USAGE;
    }

    /** The first line of a message as a sentence; libraries and the contracts name what is wrong without a full stop. */
    static String sentence(String message) {
        String line = message.lines().findFirst().orElse("").strip().replaceFirst("^Error: ", "");
        return line.matches(".*[.!?]") ? line : line + ".";
    }
}
