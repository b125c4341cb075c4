package io.auralis.engine.detection;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.LabelledCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a model's confidence is worth: how often the family that it names is right, as a function of the confidence, learnt
 * from the model's labelled cases by isotonic regression (pool adjacent violators; Zadrozny and Elkan, KDD 2002).
 * Confidence itself is a sum of points, and stays one; this is the frequency to read it by.
 */
public final class Calibration {
    /**
     * Below so many cases a frequency is little more than luck: a step of the curve that rests on one or two cases would
     * say 0 or 100 %.
     */
    private static final int FEWEST_CASES = 20;

    /** A confidence and whether the family it was for was right. */
    record Answer(double confidence, boolean right) {}

    /** From this confidence on, until the next step's, so many answers of so many were right. */
    private record Step(double confidence, double right, double all) {
        /** With one right and one wrong answer added (Laplace's rule), so that no step says always or never. */
        double probability() {
            return (right + 1) / (all + 2);
        }
    }

    private final List<Step> steps;
    private final int cases;

    private Calibration(List<Step> steps, int cases) {
        this.steps = steps;
        this.cases = cases;
    }

    public static Calibration of(BaseModel model, List<LabelledCase> cases) {
        return fit(answers(model, cases));
    }

    static List<Answer> answers(BaseModel model, List<LabelledCase> cases) {
        Detector detector = new Detector(model);
        return cases.stream()
                .map(labelled -> {
                    Detection detection = detector.detect(labelled.fingerprint());
                    return new Answer(detection.confidence(), detection.family() == labelled.type());
                })
                .toList();
    }

    static Calibration fit(List<Answer> answers) {
        List<Step> steps = new ArrayList<>();
        for (Answer answer : answers.stream()
                .sorted(Comparator.comparingDouble(Answer::confidence))
                .toList()) {
            Step step = new Step(answer.confidence(), answer.right() ? 1 : 0, 1);
            // Equal confidences are one step, and a step never says less than the one below it.
            while (!steps.isEmpty() && joins(steps.get(steps.size() - 1), step)) {
                Step below = steps.remove(steps.size() - 1);
                step = new Step(below.confidence(), below.right() + step.right(), below.all() + step.all());
            }
            steps.add(step);
        }
        return new Calibration(List.copyOf(steps), answers.size());
    }

    private static boolean joins(Step below, Step above) {
        return below.confidence() == above.confidence() || below.right() * above.all() >= above.right() * below.all();
    }

    /** Whether there are labelled cases enough to say anything. */
    public boolean isKnown() {
        return cases >= FEWEST_CASES;
    }

    /** From how many labelled cases. */
    public int cases() {
        return cases;
    }

    /**
     * How often the family named with this confidence is right, 0..1; never falls as confidence rises.
     *
     * @throws IllegalStateException if it is not known
     */
    public double probability(double confidence) {
        if (!isKnown()) {
            throw new IllegalStateException("there are only " + cases + " labelled cases");
        }
        double probability = steps.get(0).probability();
        for (Step step : steps) {
            if (step.confidence() <= confidence) {
                probability = Math.max(probability, step.probability());
            }
        }
        return probability;
    }
}
