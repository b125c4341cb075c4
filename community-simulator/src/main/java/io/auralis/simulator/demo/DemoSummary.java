package io.auralis.simulator.demo;

import io.auralis.contracts.basemodel.RecordingType;
import io.auralis.contracts.taste.TasteDimension;
import java.util.Locale;

/**
 * What the demo came to.
 *
 * @param ok whether the difference is at most {@value #MOST_DIFFERENCE_DB} and the updated plan shows the change
 * @param listeners simulated
 * @param reports that the aggregator counted, the demo's own listener's among them
 * @param type recording type that the change is for
 * @param dimension what was changed
 * @param trueMean mean of the simulated listeners' hidden preferences on neutral gear, in dB
 * @param learnedMean mean of what the program had learned of them
 * @param candidate its id
 * @param modelBefore version
 * @param modelAfter version released, verified and in force now
 * @param releasedChange what the released model asks for beyond the one before, in dB
 * @param planChange how far the plan's base part of the type's song moved, in dB; the same as the released change
 * @param difference between released change and true mean, without sign
 * @param seconds that all took
 * @param kept folder of the community that was left running; empty where it was stopped
 */
record DemoSummary(
        boolean ok,
        int listeners,
        long reports,
        RecordingType type,
        TasteDimension dimension,
        double trueMean,
        double learnedMean,
        String candidate,
        String modelBefore,
        String modelAfter,
        double releasedChange,
        double planChange,
        double difference,
        double seconds,
        String kept) {
    /** What acceptance asks for; a quarter of a decibel is about what trained listeners notice. */
    static final double MOST_DIFFERENCE_DB = 0.2;

    /** Figures are printed to a tenth of a decibel; this is rounding of binary fractions. */
    private static final double NOTHING = 1e-6;

    static boolean isOk(double trueMean, double releasedChange, double planChange) {
        return Math.abs(trueMean - releasedChange) <= MOST_DIFFERENCE_DB + NOTHING
                && Math.abs(planChange - releasedChange) <= NOTHING;
    }

    DemoSummary keptIn(String folder) {
        return new DemoSummary(
                ok,
                listeners,
                reports,
                type,
                dimension,
                trueMean,
                learnedMean,
                candidate,
                modelBefore,
                modelAfter,
                releasedChange,
                planChange,
                difference,
                seconds,
                folder);
    }

    String inWords() {
        return String.format(
                Locale.ROOT,
                "True mean preference of %d simulated listeners' %s: %+.2f dB (the program had learned %+.2f dB)%n"
                        + "Released with base model %s: %+.2f dB%n"
                        + "Shown by the updated plan: %+.2f dB%n"
                        + "Difference: %.2f dB, %s %.1f dB; %d reports, %.0f s.",
                listeners,
                dimension.key(),
                trueMean,
                learnedMean,
                modelAfter,
                releasedChange,
                planChange,
                difference,
                difference <= MOST_DIFFERENCE_DB + NOTHING ? "within" : "MORE THAN",
                MOST_DIFFERENCE_DB,
                reports,
                seconds);
    }
}
