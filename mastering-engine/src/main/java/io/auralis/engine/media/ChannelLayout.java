package io.auralis.engine.media;

import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_describe;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_from_mask;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_uninit;

import io.auralis.engine.audio.AudioFormat;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;

/**
 * Which layout of loudspeakers a kind of file has for a track's. Channels never change their order and never go to another
 * loudspeaker; where the format has no word for the layout, the track is refused.
 *
 * <p>The lists stand here, not in FFmpeg only, so that a track can be refused before it is listened to.
 */
final class ChannelLayout {
    private static final long BACK_PAIR = 0x30;
    private static final long SIDE_PAIR = 0x600;

    /** Front centre-left, centre-right and back centre: in FFmpeg's order they lie between the back and the side pair. */
    private static final long BETWEEN_THE_PAIRS = 0x1C0;

    private static final long STEREO_AND_LOWS = 0xB;
    private static final long SURROUND_3_0 = 0x7;
    private static final long BACK_3_0 = 0x103;
    private static final long SURROUND_4_0 = 0x107;
    private static final long QUAD = 0x33;
    private static final long SURROUND_5_0 = 0x37;
    private static final long SURROUND_5_1 = 0x3F;
    private static final long SURROUND_6_1 = 0x70F;
    private static final long SURROUND_6_1_BACK = 0x13F;
    private static final long SURROUND_7_1 = 0x63F;
    private static final long SURROUND_7_1_WIDE = 0xFF;
    private static final long SURROUND_7_1_WIDE_SIDE = 0x6CF;

    /** Those that are read back as channels without loudspeakers. */
    private static final Set<Long> NOT_AIFF = Set.of(SURROUND_7_1, SURROUND_7_1_WIDE_SIDE);

    /** Those that are not read back as channels without loudspeakers. */
    private static final Set<Long> AAC = Set.of(
            STEREO_AND_LOWS, SURROUND_3_0, BACK_3_0, SURROUND_4_0, QUAD, SURROUND_5_0, SURROUND_5_1, SURROUND_7_1);

    private static final Set<Long> ALAC =
            Set.of(SURROUND_3_0, SURROUND_4_0, SURROUND_5_0, SURROUND_5_1, SURROUND_6_1_BACK, SURROUND_7_1_WIDE);

    /** RFC 7845 section 5.1.1.2. */
    private static final Set<Long> OPUS =
            Set.of(SURROUND_3_0, QUAD, SURROUND_5_0, SURROUND_5_1, SURROUND_6_1, SURROUND_7_1);

    private static final int STEREO_CHANNELS = 2;

    private ChannelLayout() {}

    /**
     * The mask to write: the track's own, or that with its side pair called the back pair, or the other way round.
     *
     * @param mask FFmpeg's, or 0 where the track states none; then 0
     * @throws MediaException (OUTPUT_FAILED) if the format has neither
     */
    static long heldBy(OutputFormat container, AudioFormat format, long mask) {
        if (format.channels() <= STEREO_CHANNELS) {
            return mask;
        }
        if (container == OutputFormat.MP3) {
            throw tooMany(container, format);
        }
        if (mask == 0 || has(container, mask)) {
            return mask;
        }
        long renamed = renamed(mask);
        if (has(container, renamed)) {
            return renamed;
        }
        throw new MediaException(
                MediaException.Kind.OUTPUT_FAILED,
                "A file of the kind " + container + " cannot hold the channel layout " + name(mask)
                        + "; FLAC and WAV can.");
    }

    static MediaException tooMany(OutputFormat container, AudioFormat format) {
        return new MediaException(
                MediaException.Kind.OUTPUT_FAILED,
                "A file of the kind " + container + " cannot hold " + format.channels() + " channels at "
                        + format.sampleRateHz() + " Hz.");
    }

    private static boolean has(OutputFormat container, long mask) {
        return switch (container) {
            case FLAC, WAV, WAVPACK -> true;
            case AIFF -> !NOT_AIFF.contains(mask);
            case AAC -> AAC.contains(mask);
            case ALAC -> ALAC.contains(mask);
            case OPUS -> OPUS.contains(mask);
            case MP3 -> false;
        };
    }

    /** The same loudspeakers in the same order with one pair's name changed, if that leaves the order; else the mask. */
    private static long renamed(long mask) {
        long pair = mask & (BACK_PAIR | SIDE_PAIR);
        boolean one = pair == BACK_PAIR || pair == SIDE_PAIR;
        return one && (mask & BETWEEN_THE_PAIRS) == 0 ? mask ^ (BACK_PAIR | SIDE_PAIR) : mask;
    }

    private static String name(long mask) {
        Ffmpeg.load();
        byte[] text = new byte[256];
        try (AVChannelLayout layout = new AVChannelLayout()) {
            av_channel_layout_from_mask(layout, mask);
            // The length counts the zero at the end.
            int length = av_channel_layout_describe(layout, text, text.length);
            av_channel_layout_uninit(layout);
            return new String(text, 0, length - 1, StandardCharsets.UTF_8);
        }
    }
}
