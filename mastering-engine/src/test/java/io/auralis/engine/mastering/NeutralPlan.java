package io.auralis.engine.mastering;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.engine.detection.Detector;
import io.auralis.engine.media.Samples;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.Aspect;
import io.auralis.engine.plan.MasteringPlan;
import io.auralis.engine.plan.PersonalTaste;
import io.auralis.engine.plan.PlannedParameter;
import io.auralis.engine.plan.Planner;
import io.auralis.engine.plan.Wishes;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A plan under which the chain does nothing but bring the track to a modest loudness, and what can be changed in it. */
final class NeutralPlan {
    private NeutralPlan() {}

    /** Those that the planner makes. */
    static Stream<String> parameterNames() {
        BaseModel model = BuiltInModels.newest().model();
        Fingerprint fingerprint = Fingerprint.of(Map.of(
                FingerprintDimension.SPECTRAL_CENTROID,
                3_000.0,
                FingerprintDimension.BASS_MID_RATIO,
                1.5,
                FingerprintDimension.STEREO_WIDTH,
                0.1,
                FingerprintDimension.CREST_DB,
                12.0));
        Meters meters = Measuring.meters(48_000, Samples.of(Samples.music(48_000, 1)));
        return new Planner(model, PersonalTaste.NONE, Wishes.NONE)
                .plan(new Detector(model).detect(fingerprint), fingerprint, meters).parameters().stream()
                        .map(PlannedParameter::name);
    }

    /** @param ownWidth the track's, which is to be kept */
    static MasteringPlan of(double ownWidth) {
        Map<String, Double> values = Map.of("punch", 30.0, "width", ownWidth, "loudness", -26.0, "ceiling", -1.0);
        return new MasteringPlan(
                parameterNames()
                        .map(name -> parameter(name, values.getOrDefault(name, 0.0)))
                        .toList(),
                Set.of(Aspect.DYNAMICS),
                null);
    }

    /** With another value; dynamics are left alone until a crest factor is asked for. */
    static MasteringPlan with(MasteringPlan plan, String name, double value) {
        return new MasteringPlan(
                plan.parameters().stream()
                        .map(one -> one.name().equals(name) ? parameter(name, value) : one)
                        .toList(),
                name.equals("punch") ? Set.of() : plan.untouched(),
                plan.match());
    }

    private static PlannedParameter parameter(String name, double value) {
        return new PlannedParameter(name, value, 0, value, "", "as the test wants it");
    }
}
