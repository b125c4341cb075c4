package io.auralis.deploy;

import java.io.Console;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code community reset}. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Stops the stack and deletes all its data, signing keys and accounts.",
        footer = {"", "Example:", "  auralis community reset --yes"})
final class ResetCommand implements Callable<Integer> {
    private static final int REFUSED = 3;

    @Mixin
    private StackOptions options = new StackOptions();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    /** Set by picocli before the call. */
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (!yes && !confirmed()) {
            spec.commandLine().getErr().println("auralis: Nothing was deleted; confirm with --yes.");
            return REFUSED;
        }
        options.stack(spec.commandLine().getErr()).reset();
        if (options.json) StackOptions.printJson(spec.commandLine().getOut(), Map.of("deleted", true));
        else spec.commandLine().getOut().println("Deleted " + options.folder().root() + ".");
        return 0;
    }

    private boolean confirmed() {
        Console console = System.console();
        if (console == null) return false;
        String answer = console.readLine(
                "Delete %s with all reports, candidates, releases and signing keys? Type yes: ",
                options.folder().root());
        return "yes".equals(answer);
    }
}
