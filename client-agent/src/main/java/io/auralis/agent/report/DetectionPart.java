package io.auralis.agent.report;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.detection.Explanation;
import io.auralis.engine.detection.ProfileScore;
import java.util.Locale;

/** What the track was recognised as, and by what. */
final class DetectionPart {
    private DetectionPart() {}

    static void write(Markup page, Detection detection, BaseModel model) {
        page.element("h2", "What it was recognised as");
        page.element("p", sentence(detection));
        Explanation explanation = new Explanation(model);
        for (ProfileScore score : detection.scores()) {
            page.open("details").element("summary", explanation.profile(score)).open("ul");
            explanation.rules(score).forEach(rule -> page.element("li", rule));
            page.close("ul").close("details");
        }
    }

    private static String sentence(Detection detection) {
        return detection.type() == RecordingType.UNKNOWN
                ? String.format(
                        Locale.ROOT,
                        "UNKNOWN: no profile of base model %s reaches the threshold of %.2f; the nearest, %s, has %.2f.",
                        detection.model(),
                        detection.threshold(),
                        detection.profile(),
                        detection.confidence())
                : String.format(
                        Locale.ROOT,
                        "%s by profile %s of base model %s, with a score of %.2f; %.2f are needed.",
                        detection.type(),
                        detection.profile(),
                        detection.model(),
                        detection.confidence(),
                        detection.threshold());
    }
}
