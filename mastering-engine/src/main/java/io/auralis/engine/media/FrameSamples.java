package io.auralis.engine.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_DBL;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_DBLP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16P;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32P;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_U8;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_U8P;
import static org.bytedeco.ffmpeg.global.avutil.av_sample_fmt_is_planar;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.ShortPointer;

/**
 * The samples of one decoded frame as doubles, full scale ±1.0. Integer samples are divided by a power of two, which a
 * double holds exactly. 24-bit codings arrive left-justified in 32 bits.
 */
final class FrameSamples {
    private static final double UNIT_8 = 1.0 / (1 << 7);
    private static final double UNIT_16 = 1.0 / (1 << 15);
    private static final double UNIT_32 = 1.0 / (1L << 31);

    private final double[][] samples;
    private int frames;
    private double[] row = new double[0];
    private byte[] bytes = new byte[0];
    private short[] shorts = new short[0];
    private int[] ints = new int[0];
    private float[] floats = new float[0];

    FrameSamples(int channels) {
        this.samples = new double[channels][0];
    }

    int frames() {
        return frames;
    }

    double[] channel(int index) {
        return samples[index];
    }

    /**
     * Takes over a frame's samples.
     *
     * @param count how many of the frame's samples per channel, from its first
     * @return false if the coding is of a kind that we do not know
     */
    boolean take(AVFrame frame, int count) {
        frames = count;
        int channels = samples.length;
        if (samples[0].length < frames) {
            for (int channel = 0; channel < channels; channel++) {
                samples[channel] = new double[frames];
            }
        }
        if (av_sample_fmt_is_planar(frame.format()) != 0) {
            for (int channel = 0; channel < channels; channel++) {
                if (!convert(frame.format(), frame.extended_data(channel), samples[channel], frames)) {
                    return false;
                }
            }
            return true;
        }
        int interleaved = frames * channels;
        if (row.length < interleaved) {
            row = new double[interleaved];
        }
        if (!convert(frame.format(), frame.data(0), row, interleaved)) {
            return false;
        }
        for (int channel = 0; channel < channels; channel++) {
            double[] into = samples[channel];
            for (int i = 0, from = channel; i < frames; i++, from += channels) {
                into[i] = row[from];
            }
        }
        return true;
    }

    private boolean convert(int format, BytePointer data, double[] into, int count) {
        if (format == AV_SAMPLE_FMT_S16 || format == AV_SAMPLE_FMT_S16P) {
            shorts = shorts.length < count ? new short[count] : shorts;
            new ShortPointer(data).get(shorts, 0, count);
            for (int i = 0; i < count; i++) {
                into[i] = shorts[i] * UNIT_16;
            }
        } else if (format == AV_SAMPLE_FMT_S32 || format == AV_SAMPLE_FMT_S32P) {
            ints = ints.length < count ? new int[count] : ints;
            new IntPointer(data).get(ints, 0, count);
            for (int i = 0; i < count; i++) {
                into[i] = ints[i] * UNIT_32;
            }
        } else if (format == AV_SAMPLE_FMT_FLT || format == AV_SAMPLE_FMT_FLTP) {
            floats = floats.length < count ? new float[count] : floats;
            new FloatPointer(data).get(floats, 0, count);
            for (int i = 0; i < count; i++) {
                into[i] = floats[i];
            }
        } else if (format == AV_SAMPLE_FMT_DBL || format == AV_SAMPLE_FMT_DBLP) {
            new DoublePointer(data).get(into, 0, count);
        } else if (format == AV_SAMPLE_FMT_U8 || format == AV_SAMPLE_FMT_U8P) {
            bytes = bytes.length < count ? new byte[count] : bytes;
            data.get(bytes, 0, count);
            for (int i = 0; i < count; i++) {
                into[i] = ((bytes[i] & 0xff) - 128) * UNIT_8;
            }
        } else {
            return false;
        }
        return true;
    }
}
