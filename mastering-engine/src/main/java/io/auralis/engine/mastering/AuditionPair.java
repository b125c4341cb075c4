package io.auralis.engine.mastering;

import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.MasteringPlan;

/**
 * Two masterings of one passage, equally loud.
 *
 * @param first what was made of it by the first taste
 * @param second by the second
 */
public record AuditionPair(Variant first, Variant second) {
    /**
     * @param plan of the whole track, by this taste
     * @param after the meters of the file
     */
    public record Variant(MasteringPlan plan, Meters after) {}

    /** By how much the louder one is over the other, LU. */
    public double loudnessDifferenceLu() {
        return Math.abs(first.after.integratedLufs() - second.after.integratedLufs());
    }
}
