package io.auralis.agent.report;

import io.auralis.engine.mastering.MasteringReport;
import io.auralis.engine.plan.PlannedParameter;
import java.util.List;

/** What was changed and why: the plan, and where the result differs from it. */
final class PlanTable {
    private PlanTable() {}

    static void write(Markup page, MasteringReport report) {
        page.element("h2", "What was changed and why");
        List<PlannedParameter> parameters = report.plan().parameters();
        CommonReason common = new CommonReason(
                parameters.stream().map(PlannedParameter::reason).toList());
        if (!common.text().isEmpty()) {
            page.element("p", "Where the base values come from: " + common.text() + ".");
        }
        page.open("table", "class", "plan").open("thead").open("tr");
        for (String head : new String[] {"parameter", "base", "personal", "final", "unit", "why"}) {
            page.element("th", head, "scope", "col");
        }
        page.close("tr").close("thead").open("tbody");
        for (PlannedParameter parameter : parameters) {
            row(page, parameter, common.own(parameter.reason()));
        }
        page.close("tbody").close("table");
        if (!report.notes().isEmpty()) {
            page.element("h3", "Notes").open("ul");
            report.notes().forEach(note -> page.element("li", note));
            page.close("ul");
        }
    }

    private static void row(Markup page, PlannedParameter parameter, String reason) {
        page.open("tr");
        page.element("th", parameter.name().replace('_', '-'), "scope", "row");
        page.element("td", Figures.base(parameter));
        page.element("td", Figures.personal(parameter));
        page.element("td", Figures.applied(parameter), "class", "final");
        page.element("td", parameter.unit(), "class", "unit");
        page.element("td", reason, "class", "why");
        page.close("tr");
    }
}
