package io.auralis.engine.media;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_CUSTOM_IO;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_NATIVE;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import io.auralis.engine.audio.AudioFormat;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/** A file taken apart into packets: finds its audio, what it says of itself, and hands out the audio's packets. */
final class Demuxer implements AutoCloseable {
    /** FFmpeg's readers of the containers that we accept; no playlist and no other format that names further files. */
    private static final String READERS = "flac,wav,w64,aiff,wv,mp3,ogg,mov,mp4,m4a,3gp,3g2,mj2,aac";

    private final String fileName;
    private final FileChannel channel;
    private final ChannelIo io;
    private final AVFormatContext context;
    private final AVStream stream;

    /** @throws MediaException (BAD_INPUT) if the file is missing, empty, damaged or holds no audio that we read */
    Demuxer(Path file) {
        this.fileName = String.valueOf(file.getFileName());
        this.channel = openChannel(file);
        ChannelIo openedIo = null;
        AVFormatContext openedContext = null;
        try {
            openedIo = ChannelIo.reading(channel);
            openedContext = openContext(openedIo);
            this.stream = audioStream(openedContext);
        } catch (RuntimeException e) {
            closeAll(openedContext, openedIo, channel);
            throw e;
        }
        this.io = openedIo;
        this.context = openedContext;
    }

    private FileChannel openChannel(Path file) {
        if (Files.isDirectory(file)) {
            throw bad(" is a folder, not an audio file.", null);
        }
        try {
            FileChannel opened = FileChannel.open(file, StandardOpenOption.READ);
            if (opened.size() == 0) {
                opened.close();
                throw bad(" is empty.", null);
            }
            return opened;
        } catch (NoSuchFileException e) {
            throw bad(" does not exist.", e);
        } catch (IOException e) {
            throw bad(" cannot be read.", e);
        }
    }

    private AVFormatContext openContext(ChannelIo openedIo) {
        AVFormatContext opened = Ffmpeg.allocated(avformat_alloc_context());
        opened.pb(openedIo.context());
        opened.flags(opened.flags() | AVFMT_FLAG_CUSTOM_IO);
        AVDictionary options = new AVDictionary(null);
        Ffmpeg.put(options, "format_whitelist", READERS, 0);
        int result = avformat_open_input(opened, (BytePointer) null, (AVInputFormat) null, options);
        org.bytedeco.ffmpeg.global.avutil.av_dict_free(options);
        if (result < 0) {
            // FFmpeg has freed the context already.
            throw bad(" is not an audio file of a kind that can be read.", cause(openedIo, result));
        }
        result = avformat_find_stream_info(opened, (AVDictionary) null);
        if (result < 0) {
            avformat_close_input(opened);
            throw bad(" is damaged: nothing in it can be decoded.", cause(openedIo, result));
        }
        return opened;
    }

    private AVStream audioStream(AVFormatContext opened) {
        int index =
                av_find_best_stream(opened, AVMEDIA_TYPE_AUDIO, -1, -1, (org.bytedeco.ffmpeg.avcodec.AVCodec) null, 0);
        if (index < 0) {
            throw bad(" holds no audio that can be decoded.", null);
        }
        AVStream found = opened.streams(index);
        AVCodecParameters parameters = found.codecpar();
        int channels = parameters.ch_layout().nb_channels();
        if (channels < 1 || channels > 8) {
            throw bad(" has " + channels + " channels; 1 to 8 can be mastered.", null);
        }
        if (parameters.sample_rate() < 8_000 || parameters.sample_rate() > 384_000) {
            throw bad(
                    " has a sample rate of " + parameters.sample_rate() + " Hz; 8,000 to 384,000 Hz can be mastered.",
                    null);
        }
        return found;
    }

    MediaInfo info() {
        AVCodecParameters parameters = stream.codecpar();
        boolean native_ = parameters.ch_layout().order() == AV_CHANNEL_ORDER_NATIVE;
        return new MediaInfo(
                format(),
                codec(),
                BitDepth.of(parameters),
                native_ ? parameters.ch_layout().u_mask() : 0,
                statedFrames(),
                tags(),
                ContainerContents.cover(context));
    }

    private String codec() {
        return avcodec_get_name(stream.codecpar().codec_id()).getString(StandardCharsets.UTF_8);
    }

    AudioFormat format() {
        return new AudioFormat(
                stream.codecpar().sample_rate(), stream.codecpar().ch_layout().nb_channels());
    }

    AVStream stream() {
        return stream;
    }

    /** Frames as the container states them, or -1 where it states none or they are guessed from the bit rate. */
    long statedFrames() {
        OptionalLong gapless = ItunesGapless.frames(codec(), tags());
        if (gapless.isPresent()) {
            return gapless.getAsLong();
        }
        int frameBytes = stream.codecpar().block_align();
        OptionalLong wavBytes = wavBytes();
        if (wavBytes.isPresent() && frameBytes > 0) {
            return wavBytes.getAsLong() / frameBytes;
        }
        long duration = stream.duration();
        if (duration == AV_NOPTS_VALUE
                || duration <= 0
                || context.duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE) {
            return -1;
        }
        double seconds = (double) duration
                * stream.time_base().num()
                / stream.time_base().den();
        return Math.round(seconds * stream.codecpar().sample_rate());
    }

    private OptionalLong wavBytes() {
        try {
            return WavLength.dataBytes(channel);
        } catch (IOException e) {
            throw bad(" cannot be read.", e);
        }
    }

    /**
     * Fills the packet with the next one of the audio.
     *
     * @return false at the end of the file
     */
    boolean next(AVPacket packet) {
        while (true) {
            int result = av_read_frame(context, packet);
            if (result == AVERROR_EOF && io.failure() == null) {
                return false;
            }
            if (result < 0) {
                throw damaged(cause(io, result));
            }
            if (packet.stream_index() == stream.index()) {
                return true;
            }
            av_packet_unref(packet);
        }
    }

    MediaException damaged(@Nullable Throwable cause) {
        return bad(" is damaged: it cannot be decoded to its end.", cause);
    }

    MediaException bad(String what, @Nullable Throwable cause) {
        return cause == null
                ? new MediaException(MediaException.Kind.BAD_INPUT, fileName + what)
                : new MediaException(MediaException.Kind.BAD_INPUT, fileName + what, cause);
    }

    private static IOException cause(ChannelIo io, int code) {
        IOException failure = io.failure();
        return failure != null ? failure : new IOException("FFmpeg: " + Ffmpeg.words(code));
    }

    private List<Tag> tags() {
        return vorbisComments().orElseGet(() -> ContainerContents.tags(context, stream));
    }

    private Optional<List<Tag>> vorbisComments() {
        try {
            return VorbisComments.of(channel);
        } catch (IOException e) {
            throw bad(" cannot be read.", e);
        }
    }

    @Override
    public void close() {
        closeAll(context, io, channel);
    }

    private static void closeAll(@Nullable AVFormatContext context, @Nullable ChannelIo io, FileChannel channel) {
        if (context != null && !context.isNull()) {
            avformat_close_input(context);
        }
        if (io != null) {
            io.close();
        }
        try {
            channel.close();
        } catch (IOException e) {
            // Only read from: nothing is lost.
        }
    }
}
