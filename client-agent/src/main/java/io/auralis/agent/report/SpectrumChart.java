package io.auralis.agent.report;

import io.auralis.engine.mastering.MasteringReport;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Thirds of an octave before and after at the same loudness, and their difference: the tone that was applied. */
final class SpectrumChart {
    private static final double DEPTH_DB = 60;
    private static final int TICK_DB = 20;
    /** So that a tenth of a decibel does not look like a mountain. */
    private static final double LEAST_RANGE_DB = 3;
    /** From a band's middle to its bar's edges; a little air is left between bars. */
    private static final double HALF_BAR = Math.pow(10, 0.042);

    private SpectrumChart() {}

    static void write(Markup page, MasteringReport report, MasteringReport.Curves curves) {
        page.element("h2", "Spectrum");
        List<SpectrumRow> rows = SpectrumRow.of(report, curves);
        if (rows.stream().noneMatch(SpectrumRow::audible)) {
            page.element("p", "The track is silent, or too short for a spectrum.");
            return;
        }
        levels(page, rows);
        difference(page, rows);
        table(page, rows);
    }

    private static void levels(Markup page, List<SpectrumRow> rows) {
        double[] hertz = values(rows, SpectrumRow::centreHz);
        double[] before = values(rows, SpectrumRow::beforeDb);
        double[] after = values(rows, SpectrumRow::afterDb);
        double top = Math.ceil(DoubleStream.concat(DoubleStream.of(before), DoubleStream.of(after))
                                .max()
                                .orElse(0)
                        / 10)
                * 10;
        page.open("figure");
        Legend.write(page, "dB over Hz");
        new Plot(Axis.hertz(), Axis.levels(top - DEPTH_DB, top, TICK_DB))
                .line(hertz, before, "before")
                .line(hertz, after, "after")
                .write(
                        page,
                        "spectrum",
                        "Spectrum in thirds of an octave, before and after",
                        "Levels of " + rows.size() + " bands from "
                                + rows.get(0).name() + " to "
                                + rows.get(rows.size() - 1).name()
                                + ", after brought to the loudness of before. The figures are in the table below.");
        page.element(
                "figcaption",
                "Thirds of an octave over the whole track. After is shown at the loudness of before, so that the lines"
                        + " differ by tone alone.");
        page.close("figure");
    }

    private static void difference(Markup page, List<SpectrumRow> rows) {
        List<SpectrumRow> audible = rows.stream().filter(SpectrumRow::audible).toList();
        double most = audible.stream()
                .mapToDouble(row -> Math.abs(row.differenceDb()))
                .max()
                .orElse(0);
        double range = Math.max(LEAST_RANGE_DB, Math.ceil(most));
        int tick = range <= 3 ? 1 : range <= 6 ? 2 : range <= 15 ? 5 : 10;
        Plot plot = new Plot(Axis.hertz(), Axis.levels(-range, range, tick)).level(0, "zero");
        for (SpectrumRow row : audible) {
            plot.bar(row.centreHz() / HALF_BAR, row.centreHz() * HALF_BAR, row.differenceDb(), "bar");
        }
        SpectrumRow largest = audible.get(0);
        for (SpectrumRow row : audible) {
            largest = Math.abs(row.differenceDb()) > Math.abs(largest.differenceDb()) ? row : largest;
        }
        page.element("h3", "What changed in the tone");
        page.open("figure");
        page.element("p", "dB over Hz", "class", "legend");
        plot.write(
                page,
                "tone",
                "After less before at the same loudness",
                "The largest difference is " + Figures.signed(largest.differenceDb()) + " dB at " + largest.name()
                        + ".");
        page.element(
                "figcaption",
                "The tone that was applied: equaliser, and what dynamics, width and limiter did to the tone. Bands with"
                        + " nothing in them are left out.");
        page.close("figure");
    }

    private static void table(Markup page, List<SpectrumRow> rows) {
        page.open("details").element("summary", "The spectrum in figures");
        page.open("table").open("thead").open("tr");
        for (String head : new String[] {"band", "before, dB", "after, dB", "difference, dB"}) {
            page.element("th", head, "scope", "col");
        }
        page.close("tr").close("thead").open("tbody");
        for (SpectrumRow row : rows) {
            page.open("tr").element("th", row.name(), "scope", "row");
            page.element("td", Figures.level(row.beforeDb())).element("td", Figures.level(row.afterDb()));
            page.element("td", row.audible() ? Figures.signed(row.differenceDb()) : "");
            page.close("tr");
        }
        page.close("tbody").close("table").close("details");
    }

    private static double[] values(List<SpectrumRow> rows, ToDoubleFunction<SpectrumRow> value) {
        return rows.stream().mapToDouble(value).toArray();
    }
}
