package io.auralis.agent.cli;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.mastering.MasteringReport;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.MasteringPlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code master --json} prints; scripts rely on the keys. */
record MasterView(
        String output,
        MasteringPlan plan,
        Meters before,
        Meters after,
        Fingerprint fingerprint,
        Detection detection,
        @Nullable DeclipView declip,
        List<String> notes,
        String job) {
    static MasterView of(MasteringReport report, String job) {
        return new MasterView(
                report.output().toString(),
                report.plan(),
                report.before(),
                report.after(),
                report.fingerprint(),
                report.detection(),
                DeclipView.of(report.declip()),
                report.notes(),
                job);
    }
}
