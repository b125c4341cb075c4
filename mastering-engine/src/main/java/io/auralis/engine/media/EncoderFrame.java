package io.auralis.engine.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16P;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_sample_fmt_is_planar;

import io.auralis.engine.audio.AudioBlock;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.ShortPointer;

/** The counterpart of {@link FrameSamples}: a block of samples as the frame that an encoder takes. */
final class EncoderFrame implements AutoCloseable {
    private final OutputSpec spec;
    private final AVFrame frame;
    private final boolean planar;
    private final boolean sixteen;
    private final boolean floating;
    private final short[] shorts;
    private final int[] ints;
    private final float[] floats;

    /** @param capacity the most frames at once */
    EncoderFrame(AVCodecContext encoder, OutputSpec spec, int capacity) {
        this.spec = spec;
        int format = encoder.sample_fmt();
        this.planar = av_sample_fmt_is_planar(format) != 0;
        this.sixteen = format == AV_SAMPLE_FMT_S16 || format == AV_SAMPLE_FMT_S16P;
        this.floating = format == AV_SAMPLE_FMT_FLT || format == AV_SAMPLE_FMT_FLTP;
        int row = planar ? capacity : capacity * spec.format().channels();
        this.shorts = new short[sixteen ? row : 0];
        this.ints = new int[sixteen || floating ? 0 : row];
        this.floats = new float[floating ? row : 0];
        this.frame = Ffmpeg.allocated(av_frame_alloc());
        frame.format(format);
        frame.sample_rate(encoder.sample_rate());
        frame.nb_samples(capacity);
        av_channel_layout_copy(frame.ch_layout(), encoder.ch_layout());
        if (av_frame_get_buffer(frame, 0) < 0) {
            throw new IllegalStateException("FFmpeg could not allocate a frame");
        }
    }

    /**
     * The block's samples.
     *
     * @param firstFrame how many frames came before
     * @throws IllegalArgumentException if a sample is beyond full scale and the coding has integers
     */
    AVFrame of(AudioBlock block, long firstFrame) {
        if (av_frame_make_writable(frame) < 0) {
            throw new IllegalStateException("FFmpeg could not allocate a frame");
        }
        int channels = block.channels();
        for (int channel = 0; channel < channels; channel++) {
            if (planar) {
                convert(block, channel, 0, 1);
                store(frame.extended_data(channel), block.frames());
            } else {
                convert(block, channel, channel, channels);
            }
        }
        if (!planar) {
            store(frame.data(0), block.frames() * channels);
        }
        frame.nb_samples(block.frames());
        frame.pts(firstFrame);
        return frame;
    }

    private void convert(AudioBlock block, int channel, int first, int stride) {
        double[] samples = block.channel(channel);
        if (floating) {
            for (int i = 0, at = first; i < block.frames(); i++, at += stride) {
                floats[at] = (float) samples[i];
            }
            return;
        }
        spec.requireWithin(samples, block.frames());
        double half = spec.stepsToFullScale();
        if (sixteen) {
            for (int i = 0, at = first; i < block.frames(); i++, at += stride) {
                shorts[at] = (short) Math.rint(samples[i] * half);
            }
        } else {
            for (int i = 0, at = first; i < block.frames(); i++, at += stride) {
                // FFmpeg wants 24 bits left-justified in 32.
                ints[at] = (int) Math.rint(samples[i] * half) << 8;
            }
        }
    }

    private void store(BytePointer into, int count) {
        if (floating) {
            new FloatPointer(into).put(floats, 0, count);
        } else if (sixteen) {
            new ShortPointer(into).put(shorts, 0, count);
        } else {
            new IntPointer(into).put(ints, 0, count);
        }
    }

    @Override
    public void close() {
        av_frame_free(frame);
    }
}
