package io.auralis.deploy;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code community down}. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops the stack cleanly; its data are kept.",
        footer = {"", "Example:", "  auralis community down"})
final class DownCommand implements Callable<Integer> {
    @Mixin
    private StackOptions options = new StackOptions();

    /** Set by picocli before the call. */
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        boolean stopped = options.stack(spec.commandLine().getErr()).down();
        if (options.json) StackOptions.printJson(spec.commandLine().getOut(), Map.of("stopped", stopped));
        else
            spec.commandLine()
                    .getOut()
                    .println(stopped ? "The stack is down; its data are kept." : "The stack was not up.");
        return 0;
    }
}
