package io.auralis.agent.cli;

import io.auralis.agent.models.ModelStore;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.engine.detection.Reliability;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code auralis model calibration}: how often a model's confidence is right. */
@Command(
        name = "calibration",
        description = "Show how often a model's confidence is right, over the labelled cases that travel with it.",
        footer = {"", "Example: auralis model calibration 1.0.0"})
final class ModelCalibrationCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "VERSION", arity = "0..1", description = "The model; default: the one in force.")
    private @Nullable String version;

    ModelCalibrationCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ModelStore store = new ModelStore(session.home());
        ProfileBundle bundle = version == null ? store.active() : store.load(SemanticVersion.parseAny(version));
        if (bundle.labelledCases().isEmpty()) {
            throw new IllegalArgumentException(
                    "Base model " + bundle.model().version() + " brings no labelled cases to calibrate it by.");
        }
        Reliability reliability = Reliability.of(bundle.model(), bundle.labelledCases());
        if (output.json) {
            Output.printJson(session.out(), reliability);
        } else {
            lines(bundle, reliability).forEach(session.out()::println);
        }
        return ExitCode.OK;
    }

    static List<String> lines(ProfileBundle bundle, Reliability reliability) {
        List<String> lines = new ArrayList<>();
        lines.add("Base model " + bundle.model().version() + ", " + reliability.cases() + " labelled cases.");
        lines.add("");
        lines.addAll(table("confidence", reliability.confidence()));
        lines.add(String.format(
                Locale.ROOT, "Expected calibration error of the confidence: %.3f", reliability.confidenceError()));
        lines.add("");
        lines.addAll(table("calibrated", reliability.calibrated()));
        lines.add(String.format(
                Locale.ROOT,
                "Expected calibration error of the calibrated probability, on cases it was not learnt from: %.3f",
                reliability.calibratedError()));
        return lines;
    }

    private static List<String> table(String figure, List<Reliability.Bin> bins) {
        Table table = new Table().row(figure, "cases", "mean", "right");
        bins.forEach(bin -> table.row(
                String.format(Locale.ROOT, "%.1f to %.1f", bin.from(), bin.to()),
                Integer.toString(bin.cases()),
                String.format(Locale.ROOT, "%.2f", bin.mean()),
                String.format(Locale.ROOT, "%.2f", bin.accuracy())));
        return table.lines();
    }
}
