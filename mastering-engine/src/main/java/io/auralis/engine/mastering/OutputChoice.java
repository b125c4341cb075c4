package io.auralis.engine.mastering;

import io.auralis.engine.media.LoudnessTags;
import io.auralis.engine.media.MediaInfo;
import io.auralis.engine.media.OutputFormat;
import io.auralis.engine.media.OutputSpec;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a listener may ask of the file that is written.
 *
 * @param bitDepth 16 or 24; empty for the usual: 16 where the source has 16 bits or fewer, else 24, since a lossy or
 *     floating-point source has no bits to count and should not get another noise floor
 * @param format which of the formats that share the output's extension; empty for the usual one
 * @param bitRateKbps of a lossy output, thousands of bits per second; empty for the format's usual one
 * @param dither of a lossless output; empty for the usual, {@link Dither#TPDF}
 * @param statesLoudness whether its tags state its loudness even where the source's do not
 */
public record OutputChoice(
        OptionalInt bitDepth,
        Optional<OutputFormat> format,
        OptionalInt bitRateKbps,
        Optional<Dither> dither,
        boolean statesLoudness) {
    public static final OutputChoice USUAL =
            new OutputChoice(OptionalInt.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty(), false);

    public OutputChoice {
        if (bitDepth.isPresent() && bitDepth.getAsInt() != 16 && bitDepth.getAsInt() != 24) {
            throw new IllegalArgumentException("bit depth must be 16 or 24 but is " + bitDepth.getAsInt());
        }
    }

    public OutputChoice withBitDepth(int bits) {
        return new OutputChoice(OptionalInt.of(bits), format, bitRateKbps, dither, statesLoudness);
    }

    public OutputChoice withBitRate(int kbps) {
        return new OutputChoice(bitDepth, format, OptionalInt.of(kbps), dither, statesLoudness);
    }

    public OutputChoice withDither(Dither chosen) {
        return new OutputChoice(bitDepth, format, bitRateKbps, Optional.of(chosen), statesLoudness);
    }

    /**
     * @throws io.auralis.engine.media.MediaException (BAD_INPUT) if the output's name asks for none or for another
     * @throws IllegalArgumentException if a bit depth or a dither is asked of a lossy format
     */
    OutputFormat formatFor(Path output) {
        OutputFormat found = OutputFormat.of(output, format);
        if (found.lossy() && bitDepth.isPresent()) {
            throw new IllegalArgumentException(found + " is lossy and has no bits per sample to choose");
        }
        if (found.lossy() && dither.isPresent()) {
            throw new IllegalArgumentException(
                    found + " is lossy and takes no dither: its encoder gets samples unrounded");
        }
        // Before the track is listened to, which takes a while.
        found.requireBitRate(bitRateFor(found));
        return found;
    }

    int bitRateFor(OutputFormat output) {
        return bitRateKbps.orElse(output.usualKbps());
    }

    Dither ditherOrUsual() {
        return dither.orElse(Dither.TPDF);
    }

    int bitDepthFor(MediaInfo source) {
        return bitDepth.orElse(source.bitDepth() > 0 && source.bitDepth() <= 16 ? 16 : 24);
    }

    public OutputChoice stating(boolean loudness) {
        return new OutputChoice(bitDepth, format, bitRateKbps, dither, loudness);
    }

    /**
     * What the output of an input is to be.
     *
     * @param plannedLufs what it is to come to
     * @param album what its album comes to, if it is mastered as a part of one
     */
    OutputSpec specFor(
            MediaInfo info, OutputFormat container, double plannedLufs, Optional<LoudnessTags.Programme> album) {
        OutputSpec spec = OutputSpec.like(info, container, bitDepthFor(info), bitRateFor(container));
        return statesLoudness || LoudnessTags.statedBy(info)
                ? spec.stating(Optional.of(new LoudnessTags(plannedLufs, album)))
                : spec;
    }
}
