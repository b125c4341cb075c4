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
 * @param curves whether the tracks' curves are recorded for a report, before and after; changes nothing of the output
 */
public record MasteringOptions(
        Wishes wishes, Phase phase, OutputChoice output, Optional<ReferenceMatch> match, boolean curves) {
    public static final MasteringOptions DEFAULT = new MasteringOptions(Wishes.NONE, OutputChoice.USUAL);

    /** Without curves. */
    public MasteringOptions(Wishes wishes, Phase phase, OutputChoice output, Optional<ReferenceMatch> match) {
        this(wishes, phase, output, match, false);
    }

    /** With minimum phase, the usual one, and without a reference. */
    public MasteringOptions(Wishes wishes, OutputChoice output) {
        this(wishes, Phase.MINIMUM, output, Optional.empty());
    }

    /** The same with a reference, or without one. */
    public MasteringOptions matching(Optional<ReferenceMatch> reference) {
        return new MasteringOptions(wishes, phase, output, reference, curves);
    }

    /** The same with curves, or without. */
    public MasteringOptions recording(boolean recorded) {
        return new MasteringOptions(wishes, phase, output, match, recorded);
    }
}
