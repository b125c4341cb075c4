package io.auralis.agent.cli;

import io.auralis.agent.models.ModelRefusedException;
import io.auralis.agent.models.ModelUpdate;
import io.auralis.contracts.basemodel.SemanticVersion;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code auralis model rollback}. */
@Command(
        name = "rollback",
        description = "Put another base model in force: the one named, or the next older one.",
        footer = {"", "Example: auralis model rollback 1.0.0"})
final class ModelRollbackCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "VERSION", arity = "0..1", description = "The model to go to.")
    private @Nullable String version;

    ModelRollbackCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws ModelRefusedException {
        ModelChange change = ModelChange.settle(
                new ModelUpdate(session.home(), session.clock())
                        .rollback(Optional.ofNullable(version).map(SemanticVersion::parseAny)),
                session);
        if (output.json) {
            Output.printJson(session.out(), change);
        } else {
            change.lines().forEach(session.out()::println);
        }
        return ExitCode.OK;
    }
}
