package io.auralis.engine.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_DBLP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_double;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_int;
import static org.bytedeco.ffmpeg.global.swresample.SWR_FILTER_TYPE_KAISER;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerPointer;

/** Another sample rate, by FFmpeg's swresample in double precision. What comes out is as long as what went in, to a
 * sample. */
final class Resampler implements AutoCloseable {
    /**
     * Taps per phase. With a Kaiser window of beta 12 they reject by about 118 dB and pass from all to nothing within 0.03 of
     * the lower rate (Kaiser 1974): 1.3 kHz at 44.1 kHz, which leaves what is below 20 kHz alone.
     */
    private static final int TAPS = 256;

    private static final int KAISER_BETA = 12;

    /** Of half the lower rate: the middle of the filter's edge. */
    private static final double CUTOFF = 0.97;

    private final AudioFormat format;
    private final int rateHz;
    private final SwrContext context;
    private AudioBlock output;
    private DoublePointer[] in = new DoublePointer[0];
    private DoublePointer[] out = new DoublePointer[0];
    private int inCapacity;
    private int outCapacity;
    private long framesIn;
    private long framesOut;

    Resampler(AudioFormat format, int rateHz) {
        this.format = format;
        this.rateHz = rateHz;
        this.output = new AudioBlock(format.channels(), 1);
        this.context = new SwrContext(null);
        try (AVChannelLayout layout = new AVChannelLayout()) {
            av_channel_layout_default(layout, format.channels());
            int result = swr_alloc_set_opts2(
                    context,
                    layout,
                    AV_SAMPLE_FMT_DBLP,
                    rateHz,
                    layout,
                    AV_SAMPLE_FMT_DBLP,
                    format.sampleRateHz(),
                    0,
                    null);
            av_opt_set_int(context, "filter_size", TAPS, 0);
            av_opt_set_int(context, "filter_type", SWR_FILTER_TYPE_KAISER, 0);
            av_opt_set_int(context, "kaiser_beta", KAISER_BETA, 0);
            av_opt_set_double(context, "cutoff", CUTOFF, 0);
            if (result < 0 || swr_init(context) < 0) {
                throw new IllegalStateException("FFmpeg could not make a resampler");
            }
        }
    }

    /** The next samples at the new rate, valid until the next call. */
    AudioBlock convert(AudioBlock block) {
        framesIn += block.frames();
        return run(block);
    }

    /**
     * The samples still held back. Call once, at the end.
     *
     * <p>Silence drives them out: swresample's own flush gives nothing where the whole input is shorter than the filter.
     */
    AudioBlock flush() {
        int longer = Math.max(1, format.sampleRateHz() / rateHz + 1);
        AudioBlock silence = new AudioBlock(format.channels(), 2 * TAPS * longer);
        silence.setFrames(silence.capacity());
        return run(silence);
    }

    private AudioBlock run(AudioBlock block) {
        int count = block.frames();
        int room = Math.max(1, swr_get_out_samples(context, count));
        ensure(count, room);
        for (int channel = 0; channel < in.length; channel++) {
            in[channel].position(0).put(block.channel(channel), 0, count);
        }
        try (PointerPointer<DoublePointer> from = new PointerPointer<>(in);
                PointerPointer<DoublePointer> into = new PointerPointer<>(out)) {
            int made = swr_convert(context, into, room, from, count);
            if (made < 0) {
                throw new IllegalStateException("FFmpeg could not resample: " + Ffmpeg.words(made));
            }
            return taken(made);
        }
    }

    private AudioBlock taken(int made) {
        long whole = Math.round((double) framesIn * rateHz / format.sampleRateHz());
        int kept = (int) Math.min(made, whole - framesOut);
        for (int channel = 0; channel < out.length; channel++) {
            out[channel].position(0).get(output.channel(channel), 0, kept);
        }
        framesOut += kept;
        output.setFrames(kept);
        return output;
    }

    private void ensure(int count, int room) {
        if (count > inCapacity || in.length == 0) {
            free(in);
            inCapacity = Math.max(1, count);
            in = allocated(inCapacity);
        }
        if (room > outCapacity) {
            free(out);
            outCapacity = room;
            out = allocated(room);
            output = new AudioBlock(format.channels(), room);
        }
    }

    private DoublePointer[] allocated(int capacity) {
        DoublePointer[] rows = new DoublePointer[format.channels()];
        for (int channel = 0; channel < rows.length; channel++) {
            rows[channel] = new DoublePointer(capacity);
        }
        return rows;
    }

    private static void free(DoublePointer[] rows) {
        for (DoublePointer row : rows) {
            row.close();
        }
    }

    @Override
    public void close() {
        free(in);
        free(out);
        swr_free(context);
    }
}
