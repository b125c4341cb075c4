package io.auralis.engine.mastering;

import io.auralis.engine.plan.Wishes;

/**
 * What a listener may ask of one mastering.
 *
 * @param wishes what he asks of the plan
 * @param output what he asks of the file that is written
 */
public record MasteringOptions(Wishes wishes, OutputChoice output) {
    public static final MasteringOptions DEFAULT = new MasteringOptions(Wishes.NONE, OutputChoice.USUAL);
}
