package io.auralis.agent.cli;

import io.auralis.agent.report.CommonReason;
import io.auralis.agent.report.Figures;
import io.auralis.agent.report.MeterRow;
import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.mastering.Decided;
import io.auralis.engine.mastering.MasteringReport;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.MasteringPlan;
import io.auralis.engine.plan.PlannedParameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mastering in words: what the track is, what was decided and why, what was measured before and after. */
final class MasterText {
    private MasterText() {}

    /** @param page the page that was written of it, or null */
    static List<String> lines(MasteringReport report, @Nullable Path page, BaseModel model) {
        List<String> lines = plan(report.detection(), report.plan(), model);
        Table measured = new Table().row("Measured", "before", "after", "");
        for (MeterRow row : MeterRow.ALL) {
            measured.row(row.name(), row.of(report.before()), row.of(report.after()), row.unit());
        }
        lines.addAll(measured.lines());
        addNotes(lines, report.notes());
        lines.add("");
        lines.add("Written: " + report.output());
        if (page != null) {
            lines.add("Report:  " + page);
        }
        return lines;
    }

    /** What would be done. */
    static List<String> lines(Decided decided, Path output, BaseModel model) {
        List<String> lines = plan(decided.detection(), decided.plan(), model);
        Meters before = decided.source().meters();
        Table measured = new Table().row("Measured", "before", "");
        for (MeterRow row : MeterRow.ALL) {
            measured.row(row.name(), row.of(before), row.unit());
        }
        lines.addAll(measured.lines());
        addNotes(lines, decided.notes());
        lines.add("");
        lines.add("Nothing was written; without --dry-run: " + output);
        return lines;
    }

    private static void addNotes(List<String> lines, List<String> notes) {
        if (!notes.isEmpty()) {
            lines.add("");
            notes.forEach(note -> lines.add("Note: " + note));
        }
    }

    private static List<String> plan(Detection detection, MasteringPlan plan, BaseModel model) {
        List<String> lines = new ArrayList<>();
        lines.add("Recognised as " + DetectText.headline(detection) + " by base model " + model.version() + ".");
        lines.add("");
        List<PlannedParameter> parameters = plan.parameters();
        CommonReason common = new CommonReason(
                parameters.stream().map(PlannedParameter::reason).toList());
        // What they have in common is where the base values come from.
        String mark = common.text().isEmpty() ? "" : "*";
        Table table = new Table().row("Plan", "base" + mark, "personal", "final", "", "why");
        for (PlannedParameter parameter : parameters) {
            table.row(
                    parameter.name().replace('_', '-'),
                    Figures.base(parameter),
                    Figures.personal(parameter),
                    Figures.applied(parameter),
                    parameter.unit(),
                    common.own(parameter.reason()));
        }
        lines.addAll(table.lines());
        if (!common.text().isEmpty()) {
            lines.add(mark + " " + common.text());
        }
        lines.add("");
        return lines;
    }
}
