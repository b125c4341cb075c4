package io.auralis.agent.report;

import io.auralis.engine.mastering.MasteringReport;

/** The meters before and after. */
final class MeterTable {
    private MeterTable() {}

    static void write(Markup page, MasteringReport report) {
        page.element("h2", "Before and after");
        page.open("table", "class", "meters").open("thead").open("tr");
        for (String head : new String[] {"meter", "before", "after", "unit"}) {
            page.element("th", head, "scope", "col");
        }
        page.close("tr").close("thead").open("tbody");
        for (MeterRow row : MeterRow.ALL) {
            page.open("tr").element("th", row.name(), "scope", "row");
            page.element("td", row.of(report.before())).element("td", row.of(report.after()), "class", "final");
            page.element("td", row.unit(), "class", "unit").close("tr");
        }
        page.close("tbody").close("table");
    }
}
