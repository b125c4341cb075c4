package io.auralis.agent.report;

import io.auralis.engine.mastering.MasteringReport;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.PlannedParameter;
import io.auralis.engine.plan.ToneBand;
import java.util.Arrays;
import java.util.Comparator;

/** A mastering in one sentence. */
final class Verdict {
    /** Less is not shown in the plan's figures. */
    private static final double LEAST_DB = 0.05;

    private Verdict() {}

    static String of(MasteringReport report) {
        Meters before = report.before();
        Meters after = report.after();
        if (report.plan().changesNothing()) {
            return "Nothing was changed: the track is as it was" + loudness(after) + ".";
        }
        if (!Double.isFinite(before.integratedLufs()) || !Double.isFinite(after.integratedLufs())) {
            return "The track is silent or too short for its loudness to be measured.";
        }
        double by = after.integratedLufs() - before.integratedLufs();
        String way = Math.abs(by) < LEAST_DB
                ? "stayed at "
                : "became " + Figures.level(Math.abs(by)) + " LU " + (by > 0 ? "louder" : "softer") + ", from "
                        + Figures.level(before.integratedLufs()) + " to ";
        return "The track " + way + Figures.level(after.integratedLufs()) + " LUFS, with a true peak of "
                + Figures.level(after.truePeakDbtp()) + " dBTP; " + tone(report) + ".";
    }

    private static String loudness(Meters meters) {
        return Double.isFinite(meters.integratedLufs())
                ? ", at " + Figures.level(meters.integratedLufs()) + " LUFS"
                : "";
    }

    private static String tone(MasteringReport report) {
        PlannedParameter most = Arrays.stream(ToneBand.values())
                .map(band -> report.plan().parameter(band.parameterName()))
                .max(Comparator.comparingDouble(parameter -> Math.abs(parameter.finalValue())))
                .orElseThrow();
        return Math.abs(most.finalValue()) < LEAST_DB
                ? "its tone was left alone"
                : "the most that was done to its tone is " + Figures.signed(most.finalValue()) + " dB of "
                        + most.name().replace('_', '-');
    }
}
