package io.auralis.agent.cli;

import io.auralis.agent.home.Settings;
import io.auralis.contracts.taste.HearingClass;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code auralis hearing}: shows or states how you hear. */
@Command(
        name = "hearing",
        description = "Show or state how you hear: a coarse word, no medical fact; where you start until you rated.",
        footer = {"", "Example: auralis hearing bass-sensitive"})
final class HearingCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "CLASS", arity = "0..1", description = "One of those that it lists; default: only show.")
    private @Nullable String chosen;

    HearingCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Settings settings = new Settings(session.home());
        if (chosen != null) {
            settings.hearing(HearingClass.parse(chosen));
        }
        HearingClass current = settings.hearing();
        if (output.json) {
            Output.printJson(session.out(), new View(current, List.of(HearingClass.values())));
        } else {
            Arrays.stream(HearingClass.values())
                    .forEach(one -> session.out().println((one == current ? "* " : "  ") + one.key()));
        }
        return ExitCode.OK;
    }

    private record View(HearingClass hearing, List<HearingClass> known) {}
}
