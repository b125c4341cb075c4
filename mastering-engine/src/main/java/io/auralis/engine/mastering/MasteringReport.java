package io.auralis.engine.mastering;

import io.auralis.contracts.fingerprint.Fingerprint;
import io.auralis.engine.detection.Detection;
import io.auralis.engine.meter.Meters;
import io.auralis.engine.plan.MasteringPlan;
import java.nio.file.Path;
import java.util.List;

/**
 * What was done to a track.
 *
 * @param output the file written
 * @param plan what was decided
 * @param before the input's meters
 * @param after the output's meters, read from the very samples in the file
 * @param fingerprint of what was mastered: the input, or the input with its clipped samples restored
 * @param detection what that was recognised as
 * @param declip what was done to clipped samples
 * @param notes where the result differs from the plan and why, and what a listener should know, a sentence each
 */
public record MasteringReport(
        Path output,
        MasteringPlan plan,
        Meters before,
        Meters after,
        Fingerprint fingerprint,
        Detection detection,
        DeclipReport declip,
        List<String> notes) {
    public MasteringReport {
        notes = List.copyOf(notes);
    }
}
