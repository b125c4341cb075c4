package io.auralis.agent.report;

import io.auralis.engine.curves.Curve;
import io.auralis.engine.mastering.MasteringReport;
import java.util.stream.DoubleStream;

/** Short-term loudness over time, before and after, with the integrated loudness of each. */
final class LoudnessChart {
    /** More of a fade than that would press the music together at the top. */
    private static final double MOST_LU = 40;
    /** Less would make a mountain of steady music. */
    private static final double LEAST_LU = 15;

    private LoudnessChart() {}

    static void write(Markup page, MasteringReport report, MasteringReport.Curves curves) {
        page.element("h2", "Loudness over time");
        Curve before = curves.before().shortTermLufs();
        Curve after = curves.after().shortTermLufs();
        DoubleStream all = DoubleStream.concat(Lines.sounding(before), Lines.sounding(after));
        double[] sounding = all.sorted().toArray();
        if (sounding.length == 0) {
            page.element("p", "The track is silent or shorter than the 3 s that a reading needs.");
            return;
        }
        double top = Math.ceil(sounding[sounding.length - 1] / 5) * 5;
        double bottom = Math.max(top - MOST_LU, Math.min(top - LEAST_LU, Math.floor(sounding[0] / 5) * 5));
        Plot plot = new Plot(Axis.time(curves.before().seconds()), Axis.levels(bottom, top, top - bottom > 25 ? 10 : 5))
                .level(report.before().integratedLufs(), "before whole")
                .level(report.after().integratedLufs(), "after whole")
                .line(Lines.seconds(before), Lines.values(before), "before")
                .line(Lines.seconds(after), Lines.values(after), "after");
        page.open("figure");
        Legend.write(page, "LUFS over minutes");
        plot.write(
                page,
                "loudness",
                "Short-term loudness before and after",
                "Before: " + described(before, report.before().integratedLufs()) + " After: "
                        + described(after, report.after().integratedLufs()));
        page.element(
                "figcaption",
                "Each point is the loudness of the 3 s around it. The dashed lines are the loudness of the whole track.");
        page.close("figure");
    }

    private static String described(Curve curve, double integratedLufs) {
        double low = Lines.sounding(curve).min().orElse(Double.NEGATIVE_INFINITY);
        double high = Lines.sounding(curve).max().orElse(Double.NEGATIVE_INFINITY);
        return Figures.level(low) + " to " + Figures.level(high) + " LUFS, " + Figures.level(integratedLufs)
                + " LUFS as a whole.";
    }
}
