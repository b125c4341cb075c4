package io.auralis.agent.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.mastering.Levelling;
import io.auralis.engine.mastering.MasteringReport;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.MasteringPlan;
import java.nio.file.Path;
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
        Levelling levelling,
        List<String> notes,
        String job,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String report) {
    static MasterView of(TrackMastering.Done done) {
        MasteringReport report = done.report();
        Path page = done.page();
        return new MasterView(
                report.output().toString(),
                report.plan(),
                report.before(),
                report.after(),
                report.fingerprint(),
                report.detection(),
                DeclipView.of(report.declip()),
                report.levelling(),
                report.notes(),
                done.job(),
                page == null ? null : page.toString());
    }
}
