package io.auralis.agent.models;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.BuiltInModels;
import io.auralis.contracts.basemodel.LabelledCase;
import io.auralis.contracts.basemodel.ProfileBundle;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.SemanticVersion;
import io.auralis.contracts.json.Sha256;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.detection.Detector;
import io.auralis.engine.detection.RegressionSet;
import io.auralis.engine.detection.Steepness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A listener's own model: a released one and his own profiles after it, so that on equal confidence the released ones win.
 * It comes to be only if every labelled case that the released model answers right is still answered right.
 *
 * @param bundle the model as it would be, with its number; nothing is stored yet
 * @param cases how many labelled cases it was held to
 * @param broken those that it would break; empty where it may be used
 */
public record Recalibration(ProfileBundle bundle, int cases, List<RegressionSet.Broken> broken) {
    /** What the id of a listener's own profile begins with; no released profile is called so. */
    public static final String OWN = "local-";

    public Recalibration {
        broken = List.copyOf(broken);
    }

    /**
     * @param released the model to build on, not a local one
     * @param own the listener's profiles; of two with one id the later counts
     * @param number of the new model
     * @param reason why it is made, one sentence
     * @throws IllegalArgumentException if a profile is not called as a listener's own is, or is so steep that confidence
     *     would jump
     */
    public static Recalibration of(ProfileBundle released, List<RecordingProfile> own, int number, String reason) {
        Map<String, RecordingProfile> profiles = new LinkedHashMap<>();
        for (RecordingProfile profile : own) {
            if (!profile.id().startsWith(OWN)) {
                throw new IllegalArgumentException(
                        "a listener's own profile is called " + OWN + "NAME, not " + profile.id());
            }
            if (Steepness.of(profile) > Steepness.LARGEST_STEP) {
                throw new IllegalArgumentException("profile " + profile.id() + " is too steep: 1 % of a feature's range"
                        + " would move confidence by more than " + Steepness.LARGEST_STEP);
            }
            profiles.remove(profile.id());
            profiles.put(profile.id(), profile);
        }
        BaseModel before = released.model();
        List<RecordingProfile> all = new ArrayList<>(before.profiles());
        all.addAll(profiles.values());
        SemanticVersion version = before.version().withLocal(number);
        BaseModel after = new BaseModel(BaseModel.SCHEMA, version, before.threshold(), all);
        List<LabelledCase> cases = cases(released);
        RegressionSet regression = new RegressionSet(cases);
        Detector detector = new Detector(after);
        // What a listener's own profile claims of the controls, nobody has said to be wrong: it calibrates nothing.
        List<LabelledCase> kept = cases.stream()
                .filter(labelled -> !labelled.onlyCalibrates()
                        || !detector.detect(labelled.fingerprint()).profile().startsWith(OWN))
                .toList();
        ProfileBundle bundle = new ProfileBundle(
                ProfileBundle.SCHEMA,
                after,
                List.of(reason),
                List.of(),
                new ProfileBundle.Provenance(
                        before.version(),
                        Sha256.hex(released.bytes()),
                        List.of(),
                        "Made on this machine from base model " + before.version() + "; not signed, never shared."),
                kept);
        return new Recalibration(bundle, regression.size(), regression.broken(before, after));
    }

    /** A bundle of before the cases were introduced is held to those that came with the program. */
    private static List<LabelledCase> cases(ProfileBundle released) {
        return released.labelledCases().isEmpty() ? BuiltInModels.newest().labelledCases() : released.labelledCases();
    }

    /** The listener's own profiles of a local model, in order. */
    public static List<RecordingProfile> own(ProfileBundle local) {
        return local.model().profiles().stream()
                .filter(profile -> profile.id().startsWith(OWN))
                .toList();
    }

    /** Why it may not be used, in one sentence that names the cases; empty where it may. */
    public Optional<String> refusal() {
        if (broken.isEmpty()) {
            return Optional.empty();
        }
        String named = broken.stream().limit(5).map(Recalibration::words).collect(Collectors.joining(", "));
        return Optional.of("The new profile would break " + broken.size() + " of the model's labelled cases: " + named
                + (broken.size() > 5 ? " and more" : "") + ". Nothing was changed.");
    }

    private static String words(RegressionSet.Broken broken) {
        Detection answer = broken.answer();
        return broken.labelled().id() + " (" + broken.labelled().type() + ") would become " + answer.type() + " by "
                + answer.profile();
    }
}
