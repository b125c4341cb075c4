package io.auralis.agent.cli;

import io.auralis.engine.declip.Restored;
import io.auralis.engine.mastering.DeclipReport;
import org.jspecify.annotations.Nullable;

/**
 * What {@code master --declip --json} says of clipped samples; scripts rely on the keys.
 *
 * @param stretches runs of samples that were restored
 * @param samples in them
 * @param highestPeakDbfs the highest of them; absent where none was restored
 */
record DeclipView(long stretches, long samples, @Nullable Double highestPeakDbfs) {
    /** Null where nobody asked. */
    static @Nullable DeclipView of(DeclipReport report) {
        if (!report.asked()) {
            return null;
        }
        Restored restored = report.restored().orElse(null);
        return restored == null
                ? new DeclipView(0, 0, null)
                : new DeclipView(restored.stretches(), restored.samples(), restored.highestPeakDbfs());
    }
}
