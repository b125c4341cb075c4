package io.auralis.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_FLAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PCM_S16LE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PCM_S24LE;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_from_mask;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSink;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.ShortPointer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a FLAC or WAV file. The samples must already lie on the grid of its bit depth: nothing is rounded, dithered or
 * clamped here.
 */
final class EncodedSink implements AudioSink {
    /** Frames per call of an encoder that takes any number; FLAC's own block size at usual rates. */
    private static final int CHUNK_FRAMES = 4_096;

    private final OutputSpec spec;
    private final Muxer muxer;
    private final AVCodecContext encoder;
    private final AVFrame frame;
    private final AVPacket packet;
    private final int chunkFrames;
    private final int[] interleaved;
    private final short[] interleavedShort;
    private int pending;
    private long framesWritten;
    private boolean closed;

    /** @throws MediaException (OUTPUT_FAILED) if the folder is missing or not writable */
    EncodedSink(Path target, OutputSpec spec, ChannelWrapper wrapper) {
        this.spec = spec;
        this.encoder = openEncoder(spec);
        this.frame = Ffmpeg.allocated(av_frame_alloc());
        this.packet = Ffmpeg.allocated(av_packet_alloc());
        this.chunkFrames = encoder.frame_size() > 0 ? encoder.frame_size() : CHUNK_FRAMES;
        this.interleaved = new int[chunkFrames * spec.format().channels()];
        this.interleavedShort = new short[interleaved.length];
        frame.format(encoder.sample_fmt());
        frame.sample_rate(encoder.sample_rate());
        frame.nb_samples(chunkFrames);
        av_channel_layout_copy(frame.ch_layout(), encoder.ch_layout());
        if (av_frame_get_buffer(frame, 0) < 0) {
            throw new IllegalStateException("FFmpeg could not allocate a frame");
        }
        try {
            this.muxer = new Muxer(target, spec, encoder, wrapper);
        } catch (RuntimeException e) {
            freeEncoder();
            throw e;
        }
    }

    private static AVCodecContext openEncoder(OutputSpec spec) {
        int id = spec.container() == OutputFormat.FLAC
                ? AV_CODEC_ID_FLAC
                : spec.bitDepth() == 16 ? AV_CODEC_ID_PCM_S16LE : AV_CODEC_ID_PCM_S24LE;
        AVCodec codec = Ffmpeg.allocated(avcodec_find_encoder(id));
        // A layout that the encoder has no word for is written as the usual one of that many channels.
        AVCodecContext opened = tryOpen(codec, spec, spec.channelMask());
        if (opened == null && spec.channelMask() != 0) {
            opened = tryOpen(codec, spec, 0);
        }
        if (opened == null) {
            throw new MediaException(
                    MediaException.Kind.OUTPUT_FAILED,
                    "A " + spec.container() + " file cannot hold "
                            + spec.format().channels() + " channels at "
                            + spec.format().sampleRateHz() + " Hz.");
        }
        return opened;
    }

    private static @Nullable AVCodecContext tryOpen(AVCodec codec, OutputSpec spec, long channelMask) {
        AVCodecContext opened = Ffmpeg.allocated(avcodec_alloc_context3(codec));
        opened.sample_rate(spec.format().sampleRateHz());
        opened.sample_fmt(spec.bitDepth() == 16 ? AV_SAMPLE_FMT_S16 : AV_SAMPLE_FMT_S32);
        opened.bits_per_raw_sample(spec.bitDepth());
        AVRational perFrame = new AVRational();
        perFrame.num(1);
        perFrame.den(spec.format().sampleRateHz());
        opened.time_base(perFrame);
        opened.flags(opened.flags() | AV_CODEC_FLAG_BITEXACT);
        if (channelMask == 0 || av_channel_layout_from_mask(opened.ch_layout(), channelMask) < 0) {
            av_channel_layout_default(opened.ch_layout(), spec.format().channels());
        }
        if (avcodec_open2(opened, codec, (AVDictionary) null) < 0) {
            avcodec_free_context(opened);
            return null;
        }
        return opened;
    }

    @Override
    public void write(AudioBlock block) {
        int channels = spec.format().channels();
        if (block.channels() != channels) {
            throw new IllegalArgumentException(
                    "the block has " + block.channels() + " channels but the file " + channels);
        }
        for (int i = 0; i < block.frames(); i++) {
            int at = pending * channels;
            for (int channel = 0; channel < channels; channel++) {
                interleaved[at + channel] = spec.gridStep(block.channel(channel)[i]);
            }
            pending++;
            if (pending == chunkFrames) {
                encodePending();
            }
        }
    }

    private void encodePending() {
        int count = pending * spec.format().channels();
        check(av_frame_make_writable(frame));
        if (spec.bitDepth() == 16) {
            for (int i = 0; i < count; i++) {
                interleavedShort[i] = (short) interleaved[i];
            }
            new ShortPointer(frame.data(0)).put(interleavedShort, 0, count);
        } else {
            // FFmpeg wants 24 bits left-justified in 32.
            for (int i = 0; i < count; i++) {
                interleaved[i] <<= 8;
            }
            new IntPointer(frame.data(0)).put(interleaved, 0, count);
        }
        frame.nb_samples(pending);
        frame.pts(framesWritten);
        framesWritten += pending;
        pending = 0;
        check(avcodec_send_frame(encoder, frame));
        drain();
    }

    private void drain() {
        while (true) {
            int result = avcodec_receive_packet(encoder, packet);
            if (result == Ffmpeg.AGAIN || result == AVERROR_EOF) {
                return;
            }
            check(result);
            av_packet_rescale_ts(packet, encoder.time_base(), muxer.audioTimeBase());
            muxer.write(packet);
        }
    }

    @Override
    public void finish() {
        if (pending > 0) {
            encodePending();
        }
        check(avcodec_send_frame(encoder, null));
        drain();
        muxer.finish();
    }

    private static void check(int result) {
        if (result < 0) {
            throw new MediaException(
                    MediaException.Kind.OUTPUT_FAILED,
                    "The output could not be encoded.",
                    new IOException("FFmpeg: " + Ffmpeg.words(result)));
        }
    }

    private void freeEncoder() {
        avcodec_free_context(encoder);
        av_frame_free(frame);
        av_packet_free(packet);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        muxer.close();
        freeEncoder();
    }
}
