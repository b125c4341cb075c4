package io.auralis.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioSource;
import io.auralis.engine.audio.MemoryTrack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.ShortPointer;

/** The input formats, made in the test from samples in memory, so that no recording need be kept with the code. */
public enum Encoding {
    FLAC("flac", "flac", "flac", AV_SAMPLE_FMT_S16, 0),
    FLAC_24("flac", "flac", "flac", AV_SAMPLE_FMT_S32, 0),
    WAV("wav", "wav", "pcm_s16le", AV_SAMPLE_FMT_S16, 0),
    WAV_24("wav", "wav", "pcm_s24le", AV_SAMPLE_FMT_S32, 0),
    WAV_FLOAT("wav", "wav", "pcm_f32le", AV_SAMPLE_FMT_FLT, 0),
    WAV_DOUBLE("wav", "wav", "pcm_f64le", AV_SAMPLE_FMT_DBL, 0),
    AIFF("aiff", "aiff", "pcm_s16be", AV_SAMPLE_FMT_S16, 0),
    WAVPACK("wv", "wv", "wavpack", AV_SAMPLE_FMT_S16P, 0),
    ALAC("m4a", "ipod", "alac", AV_SAMPLE_FMT_S16P, 0),
    MP3("mp3", "mp3", "libmp3lame", AV_SAMPLE_FMT_FLTP, 256_000),
    OPUS("opus", "opus", "libopus", AV_SAMPLE_FMT_FLT, 192_000),
    AAC("m4a", "ipod", "aac", AV_SAMPLE_FMT_FLTP, 256_000),
    VORBIS("ogg", "ogg", "vorbis", AV_SAMPLE_FMT_FLTP, 256_000);

    private static final int EXPERIMENTAL = -2;

    private final String extension;
    private final String muxer;
    private final String encoder;
    private final int sampleFormat;
    private final int bitRate;

    Encoding(String extension, String muxer, String encoder, int sampleFormat, int bitRate) {
        this.extension = extension;
        this.muxer = muxer;
        this.encoder = encoder;
        this.sampleFormat = sampleFormat;
        this.bitRate = bitRate;
    }

    public boolean lossless() {
        return bitRate == 0;
    }

    /** Opus knows no other rate. */
    public int sampleRateHz() {
        return this == OPUS ? 48_000 : 44_100;
    }

    public Path write(Path folder, String name, MemoryTrack track) {
        return write(folder, name, track, List.of());
    }

    /** Writes {@code name} with the format's extension. */
    public Path write(Path folder, String name, MemoryTrack track, List<Tag> tags) {
        Path file = folder.resolve(name + "." + extension);
        try (FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
                ChannelIo io = ChannelIo.writing(channel)) {
            write(io, track, tags);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private void write(ChannelIo io, MemoryTrack track, List<Tag> tags) {
        AVCodecContext codec = openEncoder(track);
        AVFormatContext context = new AVFormatContext(null);
        check(avformat_alloc_output_context2(context, (AVOutputFormat) null, muxer, (String) null));
        context.pb(io.context());
        AVStream stream = avformat_new_stream(context, (AVCodec) null);
        check(avcodec_parameters_from_context(stream.codecpar(), codec));
        stream.time_base(codec.time_base());
        AVDictionary dictionary = new AVDictionary(null);
        tags.forEach(tag -> Ffmpeg.put(dictionary, tag.name(), tag.value(), AV_DICT_MULTIKEY));
        if (muxer.equals("ogg") || muxer.equals("opus")) {
            stream.metadata(dictionary);
        } else {
            context.metadata(dictionary);
        }
        AVDictionary options = new AVDictionary(null);
        if (muxer.equals("aiff")) {
            Ffmpeg.put(options, "write_id3v2", "1", 0);
        }
        check(avformat_write_header(context, options));
        encode(codec, context, stream, track);
        check(av_write_trailer(context));
        avio_flush(io.context());
        avformat_free_context(context);
        avcodec_free_context(codec);
    }

    private AVCodecContext openEncoder(MemoryTrack track) {
        Ffmpeg.load();
        AVCodec codec = Ffmpeg.allocated(avcodec_find_encoder_by_name(encoder));
        AVCodecContext opened = avcodec_alloc_context3(codec);
        opened.sample_fmt(sampleFormat);
        opened.sample_rate(track.format().sampleRateHz());
        opened.bit_rate(bitRate);
        opened.bits_per_raw_sample(sampleFormat == AV_SAMPLE_FMT_S32 ? 24 : 0);
        opened.strict_std_compliance(EXPERIMENTAL);
        AVRational perFrame = new AVRational();
        perFrame.num(1);
        perFrame.den(track.format().sampleRateHz());
        opened.time_base(perFrame);
        av_channel_layout_default(opened.ch_layout(), track.format().channels());
        if (!muxer.equals("wav") && !muxer.equals("aiff")) {
            opened.flags(opened.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        }
        check(avcodec_open2(opened, codec, (AVDictionary) null));
        return opened;
    }

    private void encode(AVCodecContext codec, AVFormatContext context, AVStream stream, MemoryTrack track) {
        int size = codec.frame_size() > 0 ? codec.frame_size() : 4_096;
        AVPacket packet = av_packet_alloc();
        long pts = 0;
        try (AudioSource source = track.open()) {
            AudioBlock block = new AudioBlock(track.format().channels(), size);
            while (source.read(block)) {
                AVFrame frame = frame(codec, block);
                frame.pts(pts);
                pts += block.frames();
                check(avcodec_send_frame(codec, frame));
                av_frame_free(frame);
                drain(codec, context, stream, packet);
            }
        }
        check(avcodec_send_frame(codec, null));
        drain(codec, context, stream, packet);
        av_packet_free(packet);
    }

    private static void drain(AVCodecContext codec, AVFormatContext context, AVStream stream, AVPacket packet) {
        while (avcodec_receive_packet(codec, packet) >= 0) {
            av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
            packet.stream_index(0);
            check(av_interleaved_write_frame(context, packet));
        }
    }

    private AVFrame frame(AVCodecContext codec, AudioBlock block) {
        AVFrame frame = av_frame_alloc();
        frame.format(sampleFormat);
        frame.sample_rate(codec.sample_rate());
        frame.nb_samples(block.frames());
        av_channel_layout_copy(frame.ch_layout(), codec.ch_layout());
        check(av_frame_get_buffer(frame, 0));
        int channels = block.channels();
        boolean planar = av_sample_fmt_is_planar(sampleFormat) != 0;
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0; i < block.frames(); i++) {
                double sample = block.channel(channel)[i];
                int plane = planar ? channel : 0;
                long at = planar ? i : (long) i * channels + channel;
                put(frame, plane, at, sample);
            }
        }
        return frame;
    }

    private void put(AVFrame frame, int plane, long at, double sample) {
        if (sampleFormat == AV_SAMPLE_FMT_S16 || sampleFormat == AV_SAMPLE_FMT_S16P) {
            new ShortPointer(frame.extended_data(plane)).put(at, (short) Math.rint(sample * 32_768));
        } else if (sampleFormat == AV_SAMPLE_FMT_S32) {
            new IntPointer(frame.extended_data(plane)).put(at, (int) Math.rint(sample * 8_388_608) << 8);
        } else if (sampleFormat == AV_SAMPLE_FMT_DBL) {
            new DoublePointer(frame.extended_data(plane)).put(at, sample);
        } else {
            new FloatPointer(frame.extended_data(plane)).put(at, (float) sample);
        }
    }

    private static void check(int result) {
        if (result < 0) {
            throw new IllegalStateException("FFmpeg: " + Ffmpeg.words(result));
        }
    }
}
