package io.auralis.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSink;
import io.auralis.engine.audio.AudioTrack;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file. For a lossless one the samples must already lie on the grid of its bit depth: nothing is rounded, dithered
 * or clamped here. A lossy one takes them as they are.
 */
public final class EncodedSink implements AudioSink {
    /** Frames per call of an encoder that takes any number; FLAC's own block size at usual rates. */
    private static final int CHUNK_FRAMES = 4_096;

    private final OutputSpec spec;
    private final Muxer muxer;
    private final AVCodecContext encoder;
    private final EncoderFrame frame;
    private final AVPacket packet;
    private final AudioBlock pending;
    private final Mp3Padding padding = new Mp3Padding();
    private final @Nullable Resampler resampler;
    private @Nullable Path complete;
    private long framesWritten;
    private boolean closed;

    /** @throws MediaException (OUTPUT_FAILED) if the folder is missing or not writable */
    EncodedSink(Path target, OutputSpec spec, ChannelWrapper wrapper) {
        this.spec = spec;
        this.encoder = Encoder.open(spec);
        int chunkFrames = encoder.frame_size() > 0 ? encoder.frame_size() : CHUNK_FRAMES;
        this.pending = new AudioBlock(spec.format().channels(), chunkFrames);
        this.frame = new EncoderFrame(encoder, spec, chunkFrames);
        this.packet = Ffmpeg.allocated(av_packet_alloc());
        try {
            this.muxer = new Muxer(target, spec, encoder, wrapper);
            this.resampler = spec.fileRateHz() == spec.format().sampleRateHz()
                    ? null
                    : new Resampler(spec.format(), spec.fileRateHz());
        } catch (RuntimeException e) {
            freeEncoder();
            throw e;
        }
    }

    @Override
    public void write(AudioBlock block) {
        int channels = spec.format().channels();
        if (block.channels() != channels) {
            throw new IllegalArgumentException(
                    "the block has " + block.channels() + " channels but the file " + channels);
        }
        take(resampler == null ? block : resampler.convert(block));
    }

    private void take(AudioBlock block) {
        int channels = spec.format().channels();
        for (int taken = 0; taken < block.frames(); ) {
            int held = pending.frames();
            int count = Math.min(block.frames() - taken, pending.capacity() - held);
            for (int channel = 0; channel < channels; channel++) {
                System.arraycopy(block.channel(channel), taken, pending.channel(channel), held, count);
            }
            taken += count;
            pending.setFrames(held + count);
            if (pending.frames() == pending.capacity()) {
                encodePending();
            }
        }
    }

    private void encodePending() {
        send(frame.of(pending, framesWritten));
        framesWritten += pending.frames();
        pending.setFrames(0);
    }

    /** @param input null at the end */
    private void send(@Nullable AVFrame input) {
        check(avcodec_send_frame(encoder, input));
        while (true) {
            int result = avcodec_receive_packet(encoder, packet);
            if (result == Ffmpeg.AGAIN || result == AVERROR_EOF) {
                return;
            }
            check(result);
            if (spec.container() == OutputFormat.MP3) {
                padding.addTo(packet);
            }
            av_packet_rescale_ts(packet, encoder.time_base(), muxer.audioTimeBase());
            muxer.write(packet);
        }
    }

    /**
     * Completes the file, which does not have its name yet, so that what a lossy coding made of the samples can be heard.
     * Nothing may be written afterwards.
     *
     * @return the file's own samples, to be read until the sink is finished or closed
     * @throws MediaException (OUTPUT_FAILED) as writing does
     */
    public AudioTrack complete() {
        return MediaFile.of(completed());
    }

    private Path completed() {
        if (complete == null) {
            if (resampler != null) {
                take(resampler.flush());
            }
            if (pending.frames() > 0) {
                encodePending();
            }
            send(null);
            complete = muxer.complete();
        }
        return complete;
    }

    /**
     * Says what the samples came to, for the tags that are to state it. Nothing may be written afterwards.
     *
     * @throws MediaException (OUTPUT_FAILED) as writing does
     */
    public void state(LoudnessTags.Programme track) {
        completed();
        muxer.state(track);
    }

    @Override
    public void finish() {
        completed();
        muxer.commit();
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
        frame.close();
        av_packet_free(packet);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        muxer.close();
        if (resampler != null) {
            resampler.close();
        }
        freeEncoder();
    }
}
