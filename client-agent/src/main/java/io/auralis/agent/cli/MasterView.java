package io.auralis.agent.cli;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.mastering.MasteringReport;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.MasteringPlan;
import java.util.List;

/** What {@code master --json} prints; scripts rely on the keys. */
record MasterView(
        String output,
        MasteringPlan plan,
        Meters before,
        Meters after,
        Fingerprint fingerprint,
        Detection detection,
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
                report.notes(),
                job);
    }
}
