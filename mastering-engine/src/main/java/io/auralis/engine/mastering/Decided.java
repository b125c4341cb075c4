package io.auralis.engine.mastering;

import io.auralis.engine.detection.Detection;
import io.auralis.engine.plan.MasteringPlan;
import java.util.List;

/**
 * What would be done to a track, and what was heard for it.
 *
 * @param source what the input is
 * @param analysis what is mastered: the input, or the input with its clipped samples restored
 * @param detection what it was recognised as
 * @param plan what is to be done
 * @param declip what was done to clipped samples
 */
public record Decided(
        Analysis source, Analysis analysis, Detection detection, MasteringPlan plan, DeclipReport declip) {
    /** What a listener should know before the track is mastered, a sentence each. */
    public List<String> notes() {
        return declip.note().stream().toList();
    }
}
