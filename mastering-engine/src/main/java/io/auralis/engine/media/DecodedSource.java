package io.auralis.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_CRCCHECK;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_EXPLODE;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.audio.AudioSource;
import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A file's samples, decoded one packet at a time, without the codec's own padding at either end. */
final class DecodedSource implements AudioSource {
    /** +120 dB of full scale; floats that were meant as 16-bit numbers are under it. */
    private static final double HIGHEST = 1e6;

    private final Demuxer demuxer;
    private final AudioFormat format;
    private final FrameSamples decoded;
    private final LengthRule length;
    private final AVPacket packet;
    private final AVFrame frame;
    private final AVCodecContext decoder;
    private final boolean lossless;
    private final boolean aac;
    private final boolean mp3;
    private int taken;
    private long framesRead;
    private long framesDecoded;
    private boolean noMusic;
    private boolean inputEnded;
    private boolean ended;
    private boolean closed;

    /** @throws MediaException (BAD_INPUT) as {@link Demuxer} does */
    DecodedSource(Path file) {
        this.demuxer = new Demuxer(file);
        MediaInfo info = demuxer.info();
        this.format = info.format();
        this.decoded = new FrameSamples(format.channels());
        this.length = LengthRule.of(info);
        this.lossless = info.bitDepth() > 0;
        this.aac = info.codec().equals("aac");
        this.mp3 = info.codec().equals("mp3");
        this.packet = Ffmpeg.allocated(av_packet_alloc());
        this.frame = Ffmpeg.allocated(av_frame_alloc());
        try {
            this.decoder = openDecoder();
        } catch (RuntimeException e) {
            av_packet_free(packet);
            av_frame_free(frame);
            demuxer.close();
            throw e;
        }
    }

    private AVCodecContext openDecoder() {
        AVCodec codec = avcodec_find_decoder(demuxer.stream().codecpar().codec_id());
        if (codec == null) {
            throw demuxer.bad(" is coded in a way that cannot be decoded.", null);
        }
        AVCodecContext opened = Ffmpeg.allocated(avcodec_alloc_context3(codec));
        avcodec_parameters_to_context(opened, demuxer.stream().codecpar());
        // The decoder needs it to cut the padding that the container declares.
        opened.pkt_timebase(demuxer.stream().time_base());
        if (lossless) {
            opened.err_recognition(AV_EF_CRCCHECK | AV_EF_EXPLODE);
        }
        // One thread: the decoder is a small part of the work, and frames then come in order without delay.
        opened.thread_count(1);
        int result = avcodec_open2(opened, codec, (AVDictionary) null);
        if (result < 0) {
            avcodec_free_context(opened);
            throw demuxer.bad(" cannot be decoded.", error(result));
        }
        return opened;
    }

    @Override
    public AudioFormat format() {
        return format;
    }

    @Override
    public long statedFrames() {
        return length.statedFrames();
    }

    @Override
    public boolean read(AudioBlock block) {
        if (block.channels() != format.channels()) {
            throw new IllegalArgumentException(
                    "the block has " + block.channels() + " channels but the file " + format.channels());
        }
        int filled = 0;
        while (filled < block.capacity() && (taken < decoded.frames() || decodeNext())) {
            int count = Math.min(block.capacity() - filled, decoded.frames() - taken);
            for (int channel = 0; channel < format.channels(); channel++) {
                System.arraycopy(decoded.channel(channel), taken, block.channel(channel), filled, count);
            }
            filled += count;
            taken += count;
        }
        filled = length.keep(framesRead, filled);
        framesRead += filled;
        block.setFrames(filled);
        requireSane(block);
        if (filled == 0 && !ended) {
            ended = true;
        }
        if (filled == 0) {
            length.requireWhole(framesRead, demuxer);
        }
        return filled > 0;
    }

    /** Decodes until there are samples; false at the end. */
    private boolean decodeNext() {
        while (!ended) {
            int result = avcodec_receive_frame(decoder, frame);
            if (result == AVERROR_EOF) {
                ended = true;
            } else if (result == Ffmpeg.AGAIN) {
                sendNext();
            } else if (result < 0) {
                refuse(result);
            } else {
                takeFrame();
                if (decoded.frames() > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private void takeFrame() {
        if (frame.ch_layout().nb_channels() != format.channels() || frame.sample_rate() != format.sampleRateHz()) {
            throw demuxer.bad(" changes its sample rate or channels midway.", null);
        }
        if (!decoded.take(frame, audibleFrames())) {
            throw demuxer.bad(" is coded in a way that cannot be decoded.", null);
        }
        framesDecoded += decoded.frames();
        taken = 0;
        av_frame_unref(frame);
    }

    /**
     * The last AAC packet of an M4A is padded to a whole block; its duration says how much of it is music. Edit lists say
     * so too, but to a millisecond only.
     */
    private int audibleFrames() {
        int frames = frame.nb_samples();
        if (!aac || frame.duration() <= 0) {
            return frames;
        }
        double seconds = (double) frame.duration()
                * demuxer.stream().time_base().num()
                / demuxer.stream().time_base().den();
        return (int) Math.min(frames, Math.round(seconds * format.sampleRateHz()));
    }

    private void sendNext() {
        if (inputEnded) {
            ended = true;
            return;
        }
        inputEnded = !demuxer.next(packet);
        if (!inputEnded && mp3 && !MpegFrame.begins(packet)) {
            // Old taggers' texts and padding at the end are no music; in the midst of it something is missing.
            noMusic = true;
            av_packet_unref(packet);
            return;
        }
        if (noMusic && !inputEnded) {
            throw demuxer.damaged(null);
        }
        int result = avcodec_send_packet(decoder, inputEnded ? null : packet);
        if (!inputEnded) {
            av_packet_unref(packet);
        }
        if (result < 0) {
            refuse(result);
        }
    }

    /** What follows the last of the stated samples is no music, such as an ID3v1 or APE tag behind a FLAC. */
    private void refuse(int result) {
        if (!lossless || length.statedFrames() <= 0 || framesDecoded < length.statedFrames()) {
            throw demuxer.damaged(error(result));
        }
        ended = true;
    }

    private void requireSane(AudioBlock block) {
        if (lossless) {
            return;
        }
        for (int channel = 0; channel < block.channels(); channel++) {
            double[] samples = block.channel(channel);
            for (int i = 0; i < block.frames(); i++) {
                if (!(Math.abs(samples[i]) <= HIGHEST)) {
                    throw demuxer.bad(
                            Double.isFinite(samples[i])
                                    ? " holds samples over a million times full scale: it is damaged, or no audio."
                                    : " holds samples that are no numbers (NaN or infinity).",
                            null);
                }
            }
        }
    }

    private static IOException error(int code) {
        return new IOException("FFmpeg: " + Ffmpeg.words(code));
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        avcodec_free_context(decoder);
        av_frame_free(frame);
        av_packet_free(packet);
        demuxer.close();
    }
}
