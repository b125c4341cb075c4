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
 * @param bitRateKbps of a lossy output, thousands of bits per second; empty for the format's usual one
 */
public record MasteringOptions(
        double amount, OptionalInt bitDepth, Optional<OutputFormat> format, OptionalInt bitRateKbps) {
    public static final MasteringOptions DEFAULT = new MasteringOptions(1, OptionalInt.empty());

    public MasteringOptions {
        if (!(amount >= 0 && amount <= 1)) {
            throw new IllegalArgumentException("amount must be 0 to 1 but is " + amount);
        }
        if (bitDepth.isPresent() && bitDepth.getAsInt() != 16 && bitDepth.getAsInt() != 24) {
            throw new IllegalArgumentException("bit depth must be 16 or 24 but is " + bitDepth.getAsInt());
        }
    }

    /** With the usual format of the output's extension, at its usual bit rate. */
    public MasteringOptions(double amount, OptionalInt bitDepth) {
        this(amount, bitDepth, Optional.empty(), OptionalInt.empty());
    }

    /**
     * @throws io.auralis.engine.media.MediaException (BAD_INPUT) if the output's name asks for none or for another
     * @throws IllegalArgumentException if a bit depth is asked of a lossy format
     */
    OutputFormat formatFor(Path output) {
        OutputFormat found = OutputFormat.of(output, format);
        if (found.lossy() && bitDepth.isPresent()) {
            throw new IllegalArgumentException(found + " is lossy and has no bits per sample to choose");
        }
        // Before the track is listened to, which takes a while.
        found.requireBitRate(bitRateFor(found));
        return found;
    }

    int bitRateFor(OutputFormat output) {
        return bitRateKbps.orElse(output.usualKbps());
    }

    int bitDepthFor(MediaInfo source) {
        return bitDepth.orElse(source.bitDepth() > 0 && source.bitDepth() <= 16 ? 16 : 24);
    }
}
