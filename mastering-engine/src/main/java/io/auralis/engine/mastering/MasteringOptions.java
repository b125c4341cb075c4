package io.auralis.engine.mastering;

/**
 * What a listener may ask of one mastering.
 *
 * @param amount how much of the way from the track as it is to the plan is gone, 0 to 1; 0 changes nothing
 * @param phase of the tone equaliser
 * @param output what he asks of the file that is written
 */
public record MasteringOptions(double amount, Phase phase, OutputChoice output) {
    public static final MasteringOptions DEFAULT = new MasteringOptions(1, OutputChoice.USUAL);

    public MasteringOptions {
        if (!(amount >= 0 && amount <= 1)) {
            throw new IllegalArgumentException("amount must be 0 to 1 but is " + amount);
        }
    }

    /** With minimum phase, the usual one. */
    public MasteringOptions(double amount, OutputChoice output) {
        this(amount, Phase.MINIMUM, output);
    }
}
