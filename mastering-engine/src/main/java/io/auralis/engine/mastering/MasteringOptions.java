package io.auralis.engine.mastering;

import io.auralis.engine.media.MediaInfo;
import io.auralis.engine.media.OutputFormat;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a listener may ask of one mastering.
 *
 * @param amount how much of the way from the track as it is to the plan is gone, 0 to 1; 0 changes nothing
 * @param bitDepth of the output, 16 or 24; empty for the usual: 16 where the source has 16 bits or fewer, else 24, since a
 *     lossy or floating-point source has no bits to count and should not get another noise floor
 * @param format which of the formats that share the output's extension; empty for the usual one
 */
public record MasteringOptions(double amount, OptionalInt bitDepth, Optional<OutputFormat> format) {
    public static final MasteringOptions DEFAULT = new MasteringOptions(1, OptionalInt.empty());

    public MasteringOptions {
        if (!(amount >= 0 && amount <= 1)) {
            throw new IllegalArgumentException("amount must be 0 to 1 but is " + amount);
        }
        if (bitDepth.isPresent() && bitDepth.getAsInt() != 16 && bitDepth.getAsInt() != 24) {
            throw new IllegalArgumentException("bit depth must be 16 or 24 but is " + bitDepth.getAsInt());
        }
    }

    /** With the usual format of the output's extension. */
    public MasteringOptions(double amount, OptionalInt bitDepth) {
        this(amount, bitDepth, Optional.empty());
    }

    /** @throws io.auralis.engine.media.MediaException (BAD_INPUT) if the output's name asks for none or for another */
    OutputFormat formatFor(Path output) {
        return OutputFormat.of(output, format);
    }

    int bitDepthFor(MediaInfo source) {
        return bitDepth.orElse(source.bitDepth() > 0 && source.bitDepth() <= 16 ? 16 : 24);
    }
}
