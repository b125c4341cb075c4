package io.auralis.agent.personal;

import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.basemodel.LabelledCase;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import io.auralis.contracts.taste.TasteDimension;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.detection.Detector;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.PersonalPart;
import io.auralis.engine.plan.PlannedParameter;
import io.auralis.engine.plan.Planner;
import io.auralis.engine.plan.Wishes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds personal parts to the engine's regression set: the base model's labelled cases. A taste cannot change what a track is
 * recognised as, but it can ask for what no plan may do. A change is refused if it pushes a parameter of a case's plan beyond
 * its legal range, where it cannot be heard as it was meant; what was beyond before is not held against it.
 */
final class PlanCheck {
    /** A plan is rounded to four decimals; more than this is no rounding. */
    private static final double ROUNDING = 1e-3;

    private final ProfileBundle bundle;

    PlanCheck(ProfileBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * What the change would break, in one clause; empty if nothing.
     *
     * @param type whose parts they are
     */
    Optional<String> objection(
            RecordingType type, Map<TasteDimension, PersonalPart> before, Map<TasteDimension, PersonalPart> after) {
        Map<String, List<String>> broken = new LinkedHashMap<>();
        int held = 0;
        for (LabelledCase labelled : cases()) {
            Detection detection = new Detector(bundle.model()).detect(labelled.fingerprint());
            if (detection.type() != type) {
                continue;
            }
            held++;
            List<PlannedParameter> then = plan(labelled, detection, before);
            List<PlannedParameter> now = plan(labelled, detection, after);
            for (int i = 0; i < now.size(); i++) {
                if (isCut(now.get(i)) && !isCut(then.get(i))) {
                    broken.computeIfAbsent(now.get(i).name(), name -> new ArrayList<>())
                            .add(limit(now.get(i)) + " for " + labelled.id());
                }
            }
        }
        int all = held;
        return broken.entrySet().stream()
                .findFirst()
                .map(one -> one.getKey() + " would leave its legal range in "
                        + one.getValue().size() + " of " + all + " labelled cases ("
                        + one.getValue().get(0) + ")");
    }

    /** A bundle of before the cases were introduced is held to those that came with the program. */
    private List<LabelledCase> cases() {
        return bundle.labelledCases().isEmpty() ? BuiltInModels.newest().labelledCases() : bundle.labelledCases();
    }

    private List<PlannedParameter> plan(
            LabelledCase labelled, Detection detection, Map<TasteDimension, PersonalPart> parts) {
        Fingerprint fingerprint = labelled.fingerprint();
        return new Planner(bundle.model(), any -> parts, Wishes.NONE)
                .plan(detection, fingerprint, meters(fingerprint))
                .parameters();
    }

    private static boolean isCut(PlannedParameter parameter) {
        return Math.abs(parameter.finalValue() - parameter.base() - parameter.personal()) > ROUNDING;
    }

    private static String limit(PlannedParameter parameter) {
        int at = parameter.reason().lastIndexOf("limited to ");
        return at < 0 ? "not legal" : parameter.reason().substring(at);
    }

    /** The whole way is gone, so the track's own level and crest factor have no say in the plan. */
    private static Meters meters(Fingerprint fingerprint) {
        double lufs = fingerprint.has(FingerprintDimension.LUFS) ? fingerprint.value(FingerprintDimension.LUFS) : -14;
        double crest =
                fingerprint.has(FingerprintDimension.CREST_DB) ? fingerprint.value(FingerprintDimension.CREST_DB) : 12;
        return new Meters(lufs, 6, lufs + 3, lufs + 5, -1, -1, crest);
    }
}
