package io.auralis.engine.detection;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.EvidenceRule;
import io.auralis.contracts.basemodel.RecordingProfile;
import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.fingerprint.FingerprintDimension;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A detection in words, point by point: every profile, every rule, what it saw, what it wanted and what it gave. */
public final class Explanation {
    private static final MathContext SHORT = new MathContext(5, RoundingMode.HALF_UP);

    private final BaseModel model;

    /** @param model the model that the detections were made with */
    public Explanation(BaseModel model) {
        this.model = model;
    }

    /**
     * One line for the verdict, one for the margin to the runner-up if there is one, then per profile, best first, a line and one per rule.
     *
     * @throws IllegalArgumentException if the detection was made by another model
     */
    public List<String> lines(Detection detection) {
        if (!detection.model().equals(model.version())) {
            throw new IllegalArgumentException(
                    "the detection is by base model " + detection.model() + ", not " + model.version());
        }
        List<String> lines = new ArrayList<>();
        lines.add(verdict(detection));
        if (detection.runnerUp() != null) {
            lines.add(margin(detection, detection.runnerUp()));
        }
        for (ProfileScore score : detection.scores()) {
            lines.add(profile(score));
            rules(score).forEach(rule -> lines.add("  " + rule));
        }
        return lines;
    }

    /** A profile's score in a line. */
    public String profile(ProfileScore score) {
        RecordingProfile profile = model.profile(score.profile()).orElseThrow();
        return String.format(
                Locale.ROOT,
                "%s (%s): %.2f, at most %.2f",
                profile.id(),
                profile.family(),
                score.confidence(),
                profile.maxConfidence());
    }

    /** A line for each of a profile's rules: what it saw, what it wanted and what it gave. */
    public List<String> rules(ProfileScore score) {
        RecordingProfile profile = model.profile(score.profile()).orElseThrow();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < score.rules().size(); i++) {
            lines.add(rule(profile.rules().get(i), score.rules().get(i)));
        }
        return lines;
    }

    private static String verdict(Detection detection) {
        String best = String.format(
                Locale.ROOT,
                "%s %.2f by %s of base model %s",
                detection.type(),
                detection.confidence(),
                detection.profile(),
                detection.model());
        return detection.type() == RecordingType.UNKNOWN
                ? best + String.format(Locale.ROOT, ", under the threshold of %.2f", detection.threshold())
                : best;
    }

    private String margin(Detection detection, String runnerUp) {
        RecordingType other = model.profile(runnerUp).orElseThrow().family();
        return String.format(
                Locale.ROOT,
                "%.2f more than %s, the nearest of another type (%s)",
                detection.margin(),
                runnerUp,
                other);
    }

    private static String rule(EvidenceRule rule, RuleScore score) {
        return String.format(
                Locale.ROOT,
                "%s %s, wanted %s: membership %.2f x %.2f = %.2f points",
                rule.feature().key(),
                quantity(score.value(), rule.feature()),
                wanted(rule),
                score.membership(),
                score.points(),
                score.membership() * score.points());
    }

    private static String wanted(EvidenceRule rule) {
        Double from = rule.from();
        Double to = rule.to();
        String range = "";
        if (from != null && to != null) {
            range = number(from) + " to " + number(to);
        } else if (from != null) {
            range = "at least " + number(from);
        } else if (to != null) {
            range = "at most " + number(to);
        }
        if (rule.fadeBelow() > 0) {
            range += ", fading over " + number(rule.fadeBelow()) + " below";
        }
        if (rule.fadeAbove() > 0) {
            range += ", fading over " + number(rule.fadeAbove()) + " above";
        }
        return range;
    }

    private static String quantity(double value, FingerprintDimension feature) {
        boolean share = feature.unit().contains("..") || feature.unit().equals("fraction");
        return share ? number(value) : number(value) + " " + feature.unit();
    }

    private static String number(double value) {
        return new BigDecimal(value).round(SHORT).stripTrailingZeros().toPlainString();
    }
}
