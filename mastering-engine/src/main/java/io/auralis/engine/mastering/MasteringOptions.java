package io.auralis.engine.mastering;

import io.auralis.engine.plan.Wishes;
import java.util.Optional;

/**
 * What a listener may ask of one mastering.
 *
 * @param wishes what he asks of the plan
 * @param phase of the tone equaliser
 * @param output what he asks of the file that is written
 * @param match another track to come near to, in place of the base model's tone, width and loudness
 * @param declip whether clipped samples are restored before all else
 * @param curves whether the tracks' curves are recorded for a report, before and after; changes nothing of the output
 */
public record MasteringOptions(
        Wishes wishes,
        Phase phase,
        OutputChoice output,
        Optional<ReferenceMatch> match,
        boolean declip,
        boolean curves) {
    public static final MasteringOptions DEFAULT = new MasteringOptions(Wishes.NONE, OutputChoice.USUAL);

    /** Clipped samples stay as they are, and no curves are recorded. */
    public MasteringOptions(Wishes wishes, Phase phase, OutputChoice output, Optional<ReferenceMatch> match) {
        this(wishes, phase, output, match, false, false);
    }

    /** With minimum phase, the usual one, and without a reference. */
    public MasteringOptions(Wishes wishes, OutputChoice output) {
        this(wishes, Phase.MINIMUM, output, Optional.empty());
    }

    /** The same with a reference, or without one. */
    public MasteringOptions matching(Optional<ReferenceMatch> reference) {
        return new MasteringOptions(wishes, phase, output, reference, declip, curves);
    }

    /** The same, restoring clipped samples or not. */
    public MasteringOptions declipping(boolean restores) {
        return new MasteringOptions(wishes, phase, output, match, restores, curves);
    }

    /** The same with curves, or without. */
    public MasteringOptions recording(boolean recorded) {
        return new MasteringOptions(wishes, phase, output, match, declip, recorded);
    }
}
