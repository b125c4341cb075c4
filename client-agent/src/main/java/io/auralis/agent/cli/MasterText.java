package io.auralis.agent.cli;

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
import java.util.Locale;

/** A mastering in words: what the track is, what was decided and why, what was measured before and after. */
final class MasterText {
    private MasterText() {}

    static List<String> lines(MasteringReport report, BaseModel model) {
        List<String> lines = plan(report.detection(), report.plan(), model);
        Meters before = report.before();
        Meters after = report.after();
        lines.addAll(new Table()
                .row("Measured", "before", "after", "")
                .row("loudness", level(before.integratedLufs()), level(after.integratedLufs()), "LUFS")
                .row("loudness range", level(before.loudnessRangeLu()), level(after.loudnessRangeLu()), "LU")
                .row("true peak", level(before.truePeakDbtp()), level(after.truePeakDbtp()), "dBTP")
                .row("crest factor", level(before.crestDb()), level(after.crestDb()), "dB")
                .lines());
        addNotes(lines, report.notes());
        lines.add("");
        lines.add("Written: " + report.output());
        return lines;
    }

    /** What would be done. */
    static List<String> lines(Decided decided, Path output, BaseModel model) {
        List<String> lines = plan(decided.detection(), decided.plan(), model);
        Meters before = decided.source().meters();
        lines.addAll(new Table()
                .row("Measured", "before", "")
                .row("loudness", level(before.integratedLufs()), "LUFS")
                .row("loudness range", level(before.loudnessRangeLu()), "LU")
                .row("true peak", level(before.truePeakDbtp()), "dBTP")
                .row("crest factor", level(before.crestDb()), "dB")
                .lines());
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
            String form = parameter.name().equals("width") ? "%.3f" : "%.1f";
            table.row(
                    parameter.name().replace('_', '-'),
                    number(form, parameter.base()),
                    parameter.personal() == 0 ? "" : number(form.replace("%", "%+"), parameter.personal()),
                    number(form, parameter.finalValue()),
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

    private static String level(double value) {
        return Double.isFinite(value) ? number("%.1f", value) : "silent";
    }

    private static String number(String form, double value) {
        String text = String.format(Locale.ROOT, form, value);
        // A rounded zero has no sign.
        return text.matches("-0\\.0*") ? text.substring(1) : text;
    }
}
