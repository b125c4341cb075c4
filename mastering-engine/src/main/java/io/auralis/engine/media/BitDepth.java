package io.auralis.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_ALAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_FLAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_WAVPACK;
import static org.bytedeco.ffmpeg.global.avcodec.av_get_exact_bits_per_sample;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;

import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;

/** How many bits a coding's samples have, where that question has an answer. */
final class BitDepth {
    private BitDepth() {}

    /** Bits per sample of a lossless integer coding; 0 for lossy and floating-point codings. */
    static int of(AVCodecParameters parameters) {
        int codec = parameters.codec_id();
        if (codec == AV_CODEC_ID_FLAC || codec == AV_CODEC_ID_ALAC) {
            return parameters.bits_per_raw_sample();
        }
        if (codec == AV_CODEC_ID_WAVPACK) {
            boolean floating = parameters.format() == AV_SAMPLE_FMT_FLTP;
            return floating ? 0 : parameters.bits_per_coded_sample();
        }
        String name = avcodec_get_name(codec).getString(StandardCharsets.UTF_8);
        boolean integer = name.startsWith("pcm_s") || name.startsWith("pcm_u");
        return integer ? av_get_exact_bits_per_sample(codec) : 0;
    }
}
