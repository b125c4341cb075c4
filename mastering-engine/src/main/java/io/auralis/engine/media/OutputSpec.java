package io.auralis.engine.media;

import io.auralis.engine.audio.AudioFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be written.
 *
 * @param container the kind of file
 * @param format sample rate and channels
 * @param bitDepth 16 or 24; a lossy format has none and takes the samples as they are
 * @param bitRateKbps of a lossy format, thousands of bits per second; 0 for a lossless one
 * @param channelMask FFmpeg's channel layout mask, or 0 for the usual layout of that many channels
 * @param tags written as they are, except those that describe the samples of the file they came from
 * @param cover written where the container has a place for it
 * @param loudness how the file is to state its loudness, if it is to
 */
public record OutputSpec(
        OutputFormat container,
        AudioFormat format,
        int bitDepth,
        int bitRateKbps,
        long channelMask,
        List<Tag> tags,
        Optional<CoverPicture> cover,
        Optional<LoudnessTags> loudness) {
    public OutputSpec {
        if (bitDepth != 16 && bitDepth != 24) {
            throw new IllegalArgumentException("bit depth must be 16 or 24 but is " + bitDepth);
        }
        container.requireBitRate(bitRateKbps);
        tags = tags.stream().filter(tag -> !tag.describesSamples()).toList();
    }

    /** Without stating its loudness. */
    public OutputSpec(
            OutputFormat container,
            AudioFormat format,
            int bitDepth,
            int bitRateKbps,
            long channelMask,
            List<Tag> tags,
            Optional<CoverPicture> cover) {
        this(container, format, bitDepth, bitRateKbps, channelMask, tags, cover, Optional.empty());
    }

    /** The same, stating its loudness or not. */
    public OutputSpec stating(Optional<LoudnessTags> chosen) {
        return new OutputSpec(container, format, bitDepth, bitRateKbps, channelMask, tags, cover, chosen);
    }

    /** All tags to write; those of the loudness first, so that in an Ogg file no cover comes before them. */
    List<Tag> tagsToWrite() {
        List<Tag> all = new ArrayList<>();
        loudness.ifPresent(stated -> all.addAll(stated.tags(container)));
        all.addAll(tags);
        return all;
    }

    /** With the format's usual bit rate. */
    public OutputSpec(
            OutputFormat container,
            AudioFormat format,
            int bitDepth,
            long channelMask,
            List<Tag> tags,
            Optional<CoverPicture> cover) {
        this(container, format, bitDepth, container.usualKbps(), channelMask, tags, cover);
    }

    /** Same rate, channels, tags and cover as the source; the format's usual bit rate. */
    public static OutputSpec like(MediaInfo source, OutputFormat container, int bitDepth) {
        return like(source, container, bitDepth, container.usualKbps());
    }

    /** Same rate, channels, tags and cover as the source. */
    public static OutputSpec like(MediaInfo source, OutputFormat container, int bitDepth, int bitRateKbps) {
        return new OutputSpec(
                container, source.format(), bitDepth, bitRateKbps, source.channelMask(), source.tags(), source.cover());
    }

    /** The file's own sample rate, Hz: another than the samples' where the coding does not have theirs. */
    public int fileRateHz() {
        return container.fileRateHz(format.sampleRateHz());
    }

    /** How many quantisation steps 1.0 is. */
    int stepsToFullScale() {
        return 1 << (bitDepth - 1);
    }

    /** @throws IllegalArgumentException if one of the first samples is beyond full scale, or no number */
    void requireWithin(double[] samples, int count) {
        double half = stepsToFullScale();
        for (int i = 0; i < count; i++) {
            double steps = Math.rint(samples[i] * half);
            if (!(steps >= -half && steps < half)) {
                throw new IllegalArgumentException(
                        "a sample to write must be -1.0 to just under 1.0 but is " + samples[i]);
            }
        }
    }
}
