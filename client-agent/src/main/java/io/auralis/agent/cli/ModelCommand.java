package io.auralis.agent.cli;

import picocli.CommandLine.Command;

/** {@code auralis model}: the base models on this machine. */
@Command(
        name = "model",
        description = "Show, update, calibrate and roll back the base model.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example: auralis model list"})
final class ModelCommand implements CommandGroup {
    private final Session session;

    ModelCommand(Session session) {
        this.session = session;
    }

    @Override
    public Object[] commands() {
        return new Object[] {
            new ModelListCommand(session),
            new ModelUpdateCommand(session),
            new ModelShowCommand(session),
            new ModelRollbackCommand(session),
            new ModelVerifyCommand(session),
            new ModelCalibrationCommand(session),
            new ModelRecalibrateCommand(session)
        };
    }
}
