package io.auralis.agent.cli;

import io.auralis.agent.models.ModelListing;
import io.auralis.agent.models.ModelStore;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code auralis model list}. */
@Command(
        name = "list",
        description = "List the base models on this machine and those on offer.",
        footer = {"", "Example: auralis model list --json"})
final class ModelListCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    ModelListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<ModelListing> models = new ModelStore(session.home()).list();
        if (output.json) {
            Output.printJson(session.out(), models);
        } else {
            Table table = new Table();
            models.forEach(model -> table.row(
                    model.active() ? "*" : " ",
                    model.version().toString(),
                    model.channel().name().toLowerCase(Locale.ROOT),
                    model.active() ? "in force" : model.installed() ? "installed" : "on offer"));
            table.lines().forEach(session.out()::println);
        }
        return ExitCode.OK;
    }
}
