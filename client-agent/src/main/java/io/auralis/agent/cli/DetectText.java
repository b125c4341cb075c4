package io.auralis.agent.cli;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.engine.detection.Calibration;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.detection.Explanation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A detection in words. */
final class DetectText {
    private DetectText() {}

    /** For example {@code STUDIO 0.85 (studio-hd-bright)} or {@code UNKNOWN 0.40}. */
    static String headline(Detection detection) {
        String verdict = String.format(Locale.ROOT, "%s %.2f", detection.type(), detection.confidence());
        return detection.type() == RecordingType.UNKNOWN ? verdict : verdict + " (" + detection.profile() + ")";
    }

    static List<String> lines(Detection detection, BaseModel model, Calibration calibration) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(detection));
        if (detection.type() == RecordingType.UNKNOWN) {
            lines.add(String.format(
                    Locale.ROOT,
                    "No profile of base model %s reaches the threshold of %.2f; the nearest is %s.",
                    detection.model(),
                    detection.threshold(),
                    detection.profile()));
        }
        if (calibration.isKnown()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "With such a confidence, %s is right %.0f times of 100 (by %d labelled cases).",
                    detection.family(),
                    calibration.probability(detection.confidence()) * 100,
                    calibration.cases()));
        }
        List<String> explanation = new Explanation(model).lines(detection);
        lines.addAll(explanation.subList(1, explanation.size()));
        return lines;
    }
}
