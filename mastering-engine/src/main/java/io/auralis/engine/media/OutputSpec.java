package io.auralis.engine.media;

import io.auralis.engine.audio.AudioFormat;
import java.util.List;
import java.util.Optional;

/**
 * What is to be written.
 *
 * @param container the kind of file
 * @param format sample rate and channels
 * @param bitDepth 16 or 24
 * @param channelMask FFmpeg's channel layout mask, or 0 for the usual layout of that many channels
 * @param tags written as they are, except those that describe the samples of the file they came from
 * @param cover written where the container has a place for it
 */
public record OutputSpec(
        OutputFormat container,
        AudioFormat format,
        int bitDepth,
        long channelMask,
        List<Tag> tags,
        Optional<CoverPicture> cover) {
    public OutputSpec {
        if (bitDepth != 16 && bitDepth != 24) {
            throw new IllegalArgumentException("bit depth must be 16 or 24 but is " + bitDepth);
        }
        tags = tags.stream().filter(tag -> !tag.describesSamples()).toList();
    }

    /** Same rate, channels, tags and cover as the source. */
    public static OutputSpec like(MediaInfo source, OutputFormat container, int bitDepth) {
        return new OutputSpec(
                container, source.format(), bitDepth, source.channelMask(), source.tags(), source.cover());
    }

    /**
     * A sample as a whole number of quantisation steps.
     *
     * @throws IllegalArgumentException if it is beyond full scale
     */
    int gridStep(double sample) {
        int half = 1 << (bitDepth - 1);
        double steps = Math.rint(sample * half);
        if (!(steps >= -half && steps < half)) {
            throw new IllegalArgumentException("a sample to write must be -1.0 to just under 1.0 but is " + sample);
        }
        return (int) steps;
    }
}
