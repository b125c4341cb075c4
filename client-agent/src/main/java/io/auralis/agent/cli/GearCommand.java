package io.auralis.agent.cli;

import io.auralis.agent.home.Settings;
import io.auralis.contracts.taste.GearClass;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code auralis gear}: shows or states what you listen with. */
@Command(
        name = "gear",
        description =
                "Show or state what you listen with: each gear has a profile of its own, and a new one starts where listeners with it start.",
        footer = {"", "Example: auralis gear bright-headphones"})
final class GearCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "CLASS", arity = "0..1", description = "One of those that it lists; default: only show.")
    private @Nullable String chosen;

    GearCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Settings settings = new Settings(session.home());
        if (chosen != null) {
            settings.gear(GearClass.parse(chosen));
        }
        GearClass current = settings.gear();
        if (output.json) {
            Output.printJson(session.out(), new View(current, List.of(GearClass.values())));
        } else {
            Arrays.stream(GearClass.values())
                    .forEach(one -> session.out().println((one == current ? "* " : "  ") + one.key()));
        }
        return ExitCode.OK;
    }

    private record View(GearClass gear, List<GearClass> known) {}
}
