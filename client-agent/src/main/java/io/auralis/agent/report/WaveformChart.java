package io.auralis.agent.report;

import io.auralis.engine.curves.TrackCurves;
import io.auralis.engine.mastering.MasteringReport;
import io.auralis.engine.plan.MasteringPlan;
import java.util.List;
import java.util.stream.DoubleStream;

/** The lowest and highest samples over time, before and after on the same scale, with the ceiling. */
final class WaveformChart {
    private WaveformChart() {}

    static void write(Markup page, MasteringReport report, MasteringReport.Curves curves) {
        page.element("h2", "Waveform");
        double fullest = Math.max(1, Math.max(peak(curves.before()), peak(curves.after())));
        page.open("figure");
        one(page, "before", curves.before(), fullest, report.plan());
        one(page, "after", curves.after(), fullest, report.plan());
        page.element(
                "figcaption",
                "The lowest and highest samples, all channels together, in dB of full scale. The dashed lines are the"
                        + " ceiling, " + Figures.level(report.plan().value("ceiling"))
                        + " dBTP, for the peaks between the samples.");
        page.close("figure");
    }

    private static void one(Markup page, String name, TrackCurves track, double fullest, MasteringPlan plan) {
        double ceiling = Math.pow(10, plan.value("ceiling") / 20);
        Axis levels = new Axis(
                -fullest,
                fullest,
                false,
                List.of(
                        new Axis.Tick(1, "0"),
                        new Axis.Tick(0.5, "-6"),
                        new Axis.Tick(-0.5, "-6"),
                        new Axis.Tick(-1, "0")));
        page.open("p", "class", "legend")
                .element("span", name, "class", "key " + name)
                .close("p");
        new Plot(Axis.time(track.seconds()), levels)
                .between(
                        Lines.seconds(track.lowest()),
                        Lines.values(track.lowest()),
                        Lines.values(track.highest()),
                        name + " wave")
                .level(ceiling, "ceiling")
                .level(-ceiling, "ceiling")
                .write(
                        page,
                        "waveform-" + name,
                        "Waveform " + name,
                        "Over " + Axis.clock(Math.round(track.seconds())) + " minutes the highest sample is "
                                + Figures.level(20 * Math.log10(peak(track))) + " dB of full scale.");
    }

    private static double peak(TrackCurves track) {
        return DoubleStream.concat(
                        DoubleStream.of(Lines.values(track.lowest())), DoubleStream.of(Lines.values(track.highest())))
                .map(Math::abs)
                .max()
                .orElse(0);
    }
}
