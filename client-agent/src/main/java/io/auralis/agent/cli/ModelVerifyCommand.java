package io.auralis.agent.cli;

import io.auralis.agent.models.ModelCheck;
import io.auralis.agent.models.ModelUpdate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code auralis model verify}. */
@Command(
        name = "verify",
        description = "Check every base model on this machine; exit code 3 if one is not as it should be.",
        footer = {"", "Example: auralis model verify"})
final class ModelVerifyCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    ModelVerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<ModelCheck> checks = new ModelUpdate(session.home(), session.clock()).verify();
        if (output.json) {
            Output.printJson(session.out(), checks);
        } else {
            Table table = new Table();
            checks.forEach(
                    check -> table.row(check.version().toString(), check.good() ? "good" : "BAD", check.detail()));
            table.lines().forEach(session.out()::println);
        }
        return checks.stream().allMatch(ModelCheck::good) ? ExitCode.OK : ExitCode.REFUSED;
    }
}
