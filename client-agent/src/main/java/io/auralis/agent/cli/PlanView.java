package io.auralis.agent.cli;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.mastering.Decided;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.MasteringPlan;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code master --dry-run --json} prints: {@link MasterView} without what only comes of doing it. */
record PlanView(
        String output,
        MasteringPlan plan,
        Meters before,
        Fingerprint fingerprint,
        Detection detection,
        @Nullable DeclipView declip,
        List<String> notes) {
    static PlanView of(Decided decided, Path output) {
        return new PlanView(
                output.toString(),
                decided.plan(),
                decided.source().meters(),
                decided.analysis().fingerprint(),
                decided.detection(),
                DeclipView.of(decided.declip()),
                decided.notes());
    }
}
