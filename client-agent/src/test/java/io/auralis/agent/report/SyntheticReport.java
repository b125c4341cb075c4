package io.auralis.agent.report;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.engine.curves.BandLevel;
import io.auralis.engine.curves.Curve;
import io.auralis.engine.curves.TrackCurves;
import io.auralis.engine.detection.Detector;
import io.auralis.engine.mastering.DeclipReport;
import io.auralis.engine.mastering.Levelling;
import io.auralis.engine.mastering.MasteringReport;
import io.auralis.engine.media.Tag;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.MasteringPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Masterings that never were, with what a page is to show of them. */
final class SyntheticReport {
    static final BaseModel MODEL = BuiltInModels.newest().model();

    private SyntheticReport() {}

    static MasteringReport ofLoudness(double before, double after) {
        return of("reason", List.of(), List.of(), meters(before), meters(after), null);
    }

    static MasteringReport of(
            String reason,
            List<Tag> tags,
            List<String> notes,
            Meters before,
            Meters after,
            MasteringReport.Curves curves) {
        Map<FingerprintDimension, Double> values = new EnumMap<>(FingerprintDimension.class);
        for (FingerprintDimension dimension : FingerprintDimension.values()) {
            values.put(dimension, dimension.name().endsWith("PCT") ? 1 / 7.0 : 0.5);
        }
        Fingerprint fingerprint = Fingerprint.of(values);
        return new MasteringReport(
                Path.of("out.flac"),
                MasteringPlan.identity(fingerprint, before, reason),
                before,
                after,
                fingerprint,
                new Detector(MODEL).detect(fingerprint),
                new DeclipReport(false, 0, Optional.empty()),
                new Levelling(1, 0),
                tags,
                curves,
                notes);
    }

    static Meters meters(double lufs) {
        return new Meters(lufs, 6, lufs + 2, lufs + 4, -1, -0.9, 12);
    }

    static Meters silence() {
        double none = Double.NEGATIVE_INFINITY;
        return new Meters(none, 0, none, none, none, none, 0);
    }

    static MasteringReport.Curves curvesOfBands(double[] before, double[] after) {
        return new MasteringReport.Curves(curves(2, before), curves(2, after));
    }

    /** As long as curves get, and as rough. */
    static MasteringReport.Curves longest() {
        double[] bands = new double[30];
        return new MasteringReport.Curves(curves(999, bands), curves(999, bands));
    }

    private static TrackCurves curves(int columns, double[] bands) {
        Random random = new Random(11);
        List<Double> loudness = new ArrayList<>();
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            loudness.add(-40 * random.nextDouble());
            low.add(-random.nextDouble());
            high.add(random.nextDouble());
        }
        List<BandLevel> levels = new ArrayList<>();
        for (int i = 0; i < bands.length; i++) {
            levels.add(new BandLevel(Math.pow(10, (14 + i) / 10.0), bands[i]));
        }
        double step = 240.0 / columns;
        return new TrackCurves(
                240,
                new Curve(1.5, step, loudness),
                new Curve(step / 2, step, low),
                new Curve(step / 2, step, high),
                levels);
    }
}
