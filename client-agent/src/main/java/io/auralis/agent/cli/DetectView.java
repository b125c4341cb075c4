package io.auralis.agent.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.auralis.engine.detection.Calibration;
import io.auralis.engine.detection.Detection;
import org.jspecify.annotations.Nullable;

/**
 * What {@code detect --json} prints: the detection's own keys, and what its confidence is worth.
 *
 * @param detection its keys stand beside the others
 * @param calibrated absent where the model has too few labelled cases
 */
record DetectView(
        @JsonUnwrapped Detection detection, @Nullable Calibrated calibrated) {
    /**
     * @param probability how often the family named with this confidence is right, 0..1
     * @param cases the labelled cases that it was learnt from
     */
    record Calibrated(double probability, int cases) {}

    static DetectView of(Detection detection, Calibration calibration) {
        return new DetectView(
                detection,
                calibration.isKnown()
                        ? new Calibrated(calibration.probability(detection.confidence()), calibration.cases())
                        : null);
    }
}
