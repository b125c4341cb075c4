package io.auralis.engine.detection;

import io.auralis.contracts.basemodel.BaseModel;
import io.auralis.contracts.basemodel.LabelledCase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Confidence beside how often it was right, over labelled cases (Guo et al., ICML 2017, section 2): of the confidence
 * itself, and of the probability that {@link Calibration} reads from it, each case by a calibration that did not see it.
 *
 * @param cases how many
 * @param confidence bins of confidence
 * @param confidenceError expected calibration error: mean distance of confidence and accuracy over the bins, weighted by
 *     cases
 * @param calibrated bins of the calibrated probability
 * @param calibratedError its expected calibration error
 */
public record Reliability(
        int cases, List<Bin> confidence, double confidenceError, List<Bin> calibrated, double calibratedError) {
    private static final int BINS = 10;

    /** So many parts, each read by what was learnt from the others. */
    private static final int FOLDS = 5;

    /**
     * The cases whose figure lies in one tenth; the last bin holds 1, too.
     *
     * @param from lower edge
     * @param to upper edge
     * @param cases how many; bins without any are left out
     * @param mean of the figure
     * @param accuracy share of the cases whose family was named rightly
     */
    public record Bin(double from, double to, int cases, double mean, double accuracy) {}

    private record Read(double figure, boolean right) {}

    public Reliability {
        confidence = List.copyOf(confidence);
        calibrated = List.copyOf(calibrated);
    }

    public static Reliability of(BaseModel model, List<LabelledCase> cases) {
        List<Calibration.Answer> answers = Calibration.answers(model, cases);
        List<Bin> confidence = bins(answers.stream()
                .map(answer -> new Read(answer.confidence(), answer.right()))
                .toList());
        List<Bin> calibrated = bins(crossValidated(answers));
        return new Reliability(
                answers.size(),
                confidence,
                error(confidence, answers.size()),
                calibrated,
                error(calibrated, answers.size()));
    }

    private static List<Read> crossValidated(List<Calibration.Answer> answers) {
        List<Read> read = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Calibration.Answer> learnt = new ArrayList<>();
            List<Calibration.Answer> heldOut = new ArrayList<>();
            for (int i = 0; i < answers.size(); i++) {
                (i % FOLDS == fold ? heldOut : learnt).add(answers.get(i));
            }
            Calibration calibration = Calibration.fit(learnt);
            if (calibration.isKnown()) {
                heldOut.forEach(
                        answer -> read.add(new Read(calibration.probability(answer.confidence()), answer.right())));
            }
        }
        return read;
    }

    private static List<Bin> bins(List<Read> read) {
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            int bin = i;
            List<Read> within = read.stream()
                    .filter(one -> Math.min(BINS - 1, (int) (one.figure() * BINS)) == bin)
                    .toList();
            if (!within.isEmpty()) {
                bins.add(new Bin(
                        (double) i / BINS,
                        (i + 1.0) / BINS,
                        within.size(),
                        mean(within, Read::figure),
                        mean(within, one -> one.right() ? 1 : 0)));
            }
        }
        return bins;
    }

    private static double mean(List<Read> read, ToDoubleFunction<Read> figure) {
        return read.stream().mapToDouble(figure).average().orElse(0);
    }

    private static double error(List<Bin> bins, int cases) {
        return bins.stream()
                        .mapToDouble(bin -> bin.cases() * Math.abs(bin.mean() - bin.accuracy()))
                        .sum()
                / Math.max(1, cases);
    }
}
