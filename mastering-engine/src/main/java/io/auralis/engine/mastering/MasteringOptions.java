package io.auralis.engine.mastering;

import io.auralis.engine.media.MediaInfo;
import java.util.OptionalInt;

/**
 * What a listener may ask of one mastering.
 *
 * @param amount how much of the way from the track as it is to the plan is gone, 0 to 1; 0 changes nothing
 * @param bitDepth of the output, 16 or 24; empty for the usual: 16 where the source has 16 bits or fewer, else 24, since a
 *     lossy or floating-point source has no bits to count and should not get another noise floor
 */
public record MasteringOptions(double amount, OptionalInt bitDepth) {
    public static final MasteringOptions DEFAULT = new MasteringOptions(1, OptionalInt.empty());

    public MasteringOptions {
        if (!(amount >= 0 && amount <= 1)) {
            throw new IllegalArgumentException("amount must be 0 to 1 but is " + amount);
        }
        if (bitDepth.isPresent() && bitDepth.getAsInt() != 16 && bitDepth.getAsInt() != 24) {
            throw new IllegalArgumentException("bit depth must be 16 or 24 but is " + bitDepth.getAsInt());
        }
    }

    int bitDepthFor(MediaInfo source) {
        return bitDepth.orElse(source.bitDepth() > 0 && source.bitDepth() <= 16 ? 16 : 24);
    }
}
