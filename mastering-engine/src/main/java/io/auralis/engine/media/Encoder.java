package io.auralis.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_CONFIG_CHANNEL_LAYOUT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_supported_config;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16P;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32P;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_from_mask;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** Opens FFmpeg's encoder for what is to be written. */
final class Encoder {
    private Encoder() {}

    /** @throws MediaException (OUTPUT_FAILED) if the coding has no place for such channels or such a sample rate */
    static AVCodecContext open(OutputSpec spec) {
        Ffmpeg.load();
        AVCodec codec = Ffmpeg.allocated(avcodec_find_encoder_by_name(name(spec)));
        int channels = spec.format().channels();
        long mask = ChannelLayout.heldBy(spec.container(), spec.format(), spec.channelMask());
        AVCodecContext opened = tryOpen(codec, spec, mask);
        // Where no loudspeakers are stated, or one or two by an unusual name, the encoder's own word will do.
        if (opened == null && (mask == 0 || channels <= 2)) {
            opened = tryOpen(codec, spec, 0);
            if (opened == null) {
                opened = tryOpen(codec, spec, knownMask(codec, channels));
            }
        }
        if (opened == null) {
            throw ChannelLayout.tooMany(spec.container(), spec.format());
        }
        return opened;
    }

    private static String name(OutputSpec spec) {
        boolean sixteen = spec.bitDepth() == 16;
        return switch (spec.container()) {
            case FLAC -> "flac";
            case WAV -> sixteen ? "pcm_s16le" : "pcm_s24le";
            case AIFF -> sixteen ? "pcm_s16be" : "pcm_s24be";
            case WAVPACK -> "wavpack";
            case AAC -> "aac";
            case ALAC -> "alac";
            case MP3 -> "libmp3lame";
            case OPUS -> "libopus";
        };
    }

    private static int sampleFormat(OutputSpec spec) {
        boolean sixteen = spec.bitDepth() == 16;
        return switch (spec.container()) {
            case FLAC, WAV, AIFF -> sixteen ? AV_SAMPLE_FMT_S16 : AV_SAMPLE_FMT_S32;
            case ALAC, WAVPACK -> sixteen ? AV_SAMPLE_FMT_S16P : AV_SAMPLE_FMT_S32P;
            case AAC, MP3 -> AV_SAMPLE_FMT_FLTP;
            case OPUS -> AV_SAMPLE_FMT_FLT;
        };
    }

    private static @Nullable AVCodecContext tryOpen(AVCodec codec, OutputSpec spec, long channelMask) {
        AVCodecContext opened = Ffmpeg.allocated(avcodec_alloc_context3(codec));
        opened.sample_rate(spec.fileRateHz());
        opened.sample_fmt(sampleFormat(spec));
        if (spec.container().lossy()) {
            opened.bit_rate(spec.bitRateKbps() * 1_000L);
        } else {
            opened.bits_per_raw_sample(spec.bitDepth());
        }
        AVRational perFrame = new AVRational();
        perFrame.num(1);
        perFrame.den(spec.fileRateHz());
        opened.time_base(perFrame);
        opened.flags(opened.flags() | AV_CODEC_FLAG_BITEXACT);
        if (spec.container() == OutputFormat.AAC) {
            // MP4 has the decoder's settings in one place, not with each packet.
            opened.flags(opened.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        if (channelMask == 0 || av_channel_layout_from_mask(opened.ch_layout(), channelMask) < 0) {
            av_channel_layout_default(opened.ch_layout(), spec.format().channels());
        }
        AVDictionary options = new AVDictionary(null);
        if (spec.container() == OutputFormat.OPUS && spec.format().channels() > 2) {
            // Without it FFmpeg's encoder takes the channels to be in Vorbis' order already.
            Ffmpeg.put(options, "mapping_family", "1", 0);
        }
        int result = avcodec_open2(opened, codec, options);
        av_dict_free(options);
        if (result < 0) {
            avcodec_free_context(opened);
            return null;
        }
        return opened;
    }

    /** The mask of the first layout of so many channels in the encoder's own list; 0 where it has none. */
    private static long knownMask(AVCodec codec, int channels) {
        try (PointerPointer<AVChannelLayout> list = new PointerPointer<>(1);
                IntPointer count = new IntPointer(1)) {
            int result = avcodec_get_supported_config(
                    (AVCodecContext) null, codec, AV_CODEC_CONFIG_CHANNEL_LAYOUT, 0, list, count);
            Pointer first = list.get(0);
            if (result < 0 || first == null || first.isNull()) {
                return 0;
            }
            AVChannelLayout layouts = new AVChannelLayout(first);
            for (int i = 0; i < count.get(0); i++) {
                AVChannelLayout layout = layouts.getPointer(i);
                if (layout.nb_channels() == channels) {
                    return layout.u_mask();
                }
            }
            return 0;
        }
    }
}
