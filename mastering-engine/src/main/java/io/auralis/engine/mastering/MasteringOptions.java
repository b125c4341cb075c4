package io.auralis.engine.mastering;

import io.auralis.engine.plan.Wishes;
import java.util.Optional;

/**
 * What a listener may ask of one mastering.
 *
 * @param wishes what he asks of the plan
 * @param output what he asks of the file that is written
 * @param match another track to come near to, in place of the base model's tone, width and loudness
 */
public record MasteringOptions(Wishes wishes, OutputChoice output, Optional<ReferenceMatch> match) {
    public static final MasteringOptions DEFAULT = new MasteringOptions(Wishes.NONE, OutputChoice.USUAL);

    /** Without a reference. */
    public MasteringOptions(Wishes wishes, OutputChoice output) {
        this(wishes, output, Optional.empty());
    }
}
