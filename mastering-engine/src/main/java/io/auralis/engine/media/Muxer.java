package io.auralis.engine.media;

import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.avformat.AVFormatContext.AVFMT_FLAG_CUSTOM_IO;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_write;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_DICT_MULTIKEY;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.jspecify.annotations.Nullable;

/** Puts encoded audio, tags and cover together into a file that appears only when it is whole. */
final class Muxer implements AutoCloseable {
    private final String fileName;
    private final OutputSpec spec;
    private final AtomicFile file;
    private final SeekableByteChannel channel;
    private final ChannelIo io;
    private final AVFormatContext context;
    private final AVStream audio;

    /** @throws MediaException (OUTPUT_FAILED) if the file cannot be made or its header not written */
    Muxer(Path target, OutputSpec spec, AVCodecContext encoder, ChannelWrapper wrapper) {
        this.fileName = String.valueOf(target.getFileName());
        this.file = openFile(target);
        this.spec = spec;
        this.channel = wrapper.wrap(file.channel());
        this.io = ChannelIo.writing(channel);
        this.context = new AVFormatContext(null);
        try {
            check(avformat_alloc_output_context2(
                    context, (AVOutputFormat) null, spec.container().muxer(), (String) null));
            context.pb(io.context());
            // Bit exact: no version of FFmpeg in the file, so the same master is the same bytes.
            context.flags(context.flags() | AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_BITEXACT);
            this.audio = Ffmpeg.allocated(avformat_new_stream(context, (AVCodec) null));
            check(avcodec_parameters_from_context(audio.codecpar(), encoder));
            audio.time_base(encoder.time_base());
            writeTags();
            writeHeader();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private AtomicFile openFile(Path target) {
        Path folder = target.toAbsolutePath().getParent();
        if (Files.isDirectory(target)) {
            throw failed(" cannot be written: it is a folder.", null);
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw failed(" cannot be written: the folder " + folder + " does not exist.", null);
        }
        try {
            return new AtomicFile(target);
        } catch (IOException e) {
            throw failed(" cannot be written: its folder does not permit it.", e);
        }
    }

    /** Those that stand before the audio. */
    private void writeTags() {
        switch (spec.container()) {
            case FLAC, WAV -> context.metadata(dictionary(spec.tagsToWrite()));
            case OPUS -> {
                List<Tag> tags = new ArrayList<>(spec.tagsToWrite());
                spec.cover().ifPresent(cover -> tags.add(FlacPicture.tag(cover)));
                audio.metadata(dictionary(tags));
            }
            case MP3 -> {
                if (!spec.tagsToWrite().isEmpty() || spec.cover().isPresent()) {
                    byte[] tag = Id3Tag.of(spec.tagsToWrite(), spec.cover());
                    avio_write(io.context(), tag, tag.length);
                }
            }
            case AIFF, WAVPACK, AAC, ALAC -> {}
        }
    }

    private static AVDictionary dictionary(List<Tag> tags) {
        AVDictionary dictionary = new AVDictionary(null);
        for (Tag tag : tags) {
            Ffmpeg.put(dictionary, tag.name(), tag.value(), AV_DICT_MULTIKEY);
        }
        return dictionary;
    }

    private void writeHeader() {
        CoverPicture cover =
                spec.container() == OutputFormat.FLAC ? spec.cover().orElse(null) : null;
        AVStream picture = cover == null ? null : addPicture(cover);
        AVDictionary options = new AVDictionary(null);
        switch (spec.container()) {
            // Files beyond 4 GiB need the 64-bit form (EBU Tech 3306).
            case WAV -> Ffmpeg.put(options, "rf64", "auto", 0);
            // Ours stands there already, with what FFmpeg's would write in its own way or not at all.
            case MP3 -> Ffmpeg.put(options, "id3v2_version", "0", 0);
            // The usual milliseconds are too coarse to say where the music ends.
            case AAC, ALAC -> Ffmpeg.put(options, "movie_timescale", String.valueOf(spec.fileRateHz()), 0);
            case FLAC, AIFF, WAVPACK, OPUS -> {}
        }
        int result = avformat_write_header(context, options);
        av_dict_free(options);
        check(result);
        if (cover != null && picture != null) {
            writePicture(cover, picture);
        }
    }

    private AVStream addPicture(CoverPicture cover) {
        AVStream picture = Ffmpeg.allocated(avformat_new_stream(context, (AVCodec) null));
        picture.codecpar().codec_type(AVMEDIA_TYPE_VIDEO);
        picture.codecpar().codec_id(cover.codecId());
        picture.codecpar().width(cover.width());
        picture.codecpar().height(cover.height());
        picture.disposition(AV_DISPOSITION_ATTACHED_PIC);
        // Without it the picture is of type 0 (other), which players need not show.
        picture.metadata(dictionary(List.of(ContainerContents.FRONT_COVER)));
        return picture;
    }

    private void writePicture(CoverPicture cover, AVStream stream) {
        byte[] bytes = cover.bytes();
        AVPacket packet = Ffmpeg.allocated(av_packet_alloc());
        try {
            check(av_new_packet(packet, bytes.length));
            packet.data().put(bytes);
            packet.stream_index(stream.index());
            packet.flags(packet.flags() | AV_PKT_FLAG_KEY);
            packet.pts(0);
            packet.dts(0);
            check(av_interleaved_write_frame(context, packet));
        } finally {
            av_packet_free(packet);
        }
    }

    AVRational audioTimeBase() {
        return audio.time_base();
    }

    /** Takes over the packet's bytes. */
    void write(AVPacket packet) {
        packet.stream_index(audio.index());
        check(av_interleaved_write_frame(context, packet));
        requireWritten();
    }

    /** Completes the file, still without its name, and says where it is. */
    Path complete() {
        check(av_write_trailer(context));
        org.bytedeco.ffmpeg.global.avformat.avio_flush(io.context());
        requireWritten();
        try {
            addTags();
        } catch (IOException e) {
            throw full(e);
        }
        return file.temporary();
    }

    /** Puts what the samples came to into the tags that state it, in the completed file. */
    void state(LoudnessTags.Programme track) {
        if (spec.loudness().isEmpty()) {
            return;
        }
        try {
            Placeholders.fill(channel, spec.loudness().get().values(spec.container(), track));
        } catch (IOException e) {
            throw full(e);
        }
    }

    /** Gives the completed file its name. */
    void commit() {
        try {
            file.commit();
        } catch (IOException e) {
            throw full(e);
        }
    }

    /** Those that stand behind the audio, since FFmpeg's writer of the container leaves some out. */
    private void addTags() throws IOException {
        switch (spec.container()) {
            case FLAC, MP3, OPUS -> {}
            case WAV -> Id3Chunk.append(channel, spec.tagsToWrite(), spec.cover());
            case AIFF -> {
                requireBelow4Gib();
                Id3Chunk.append(channel, spec.tagsToWrite(), spec.cover());
            }
            case AAC, ALAC -> Mp4Tags.write(channel, spec.tagsToWrite(), spec.cover());
            case WAVPACK -> ApeTag.append(channel, spec.tagsToWrite(), spec.cover());
        }
    }

    /** An AIFF file counts its bytes in 32 bits and has no larger form. */
    private void requireBelow4Gib() throws IOException {
        if (channel.size() >= 1L << 32) {
            throw failed(" could not be written: an AIFF file holds at most 4 GiB; WAV and FLAC hold more.", null);
        }
    }

    private void requireWritten() {
        IOException failure = io.failure();
        if (failure != null) {
            throw full(failure);
        }
    }

    private void check(int result) {
        if (result < 0) {
            requireWritten();
            throw failed(" could not be written.", new IOException("FFmpeg: " + Ffmpeg.words(result)));
        }
    }

    private MediaException full(IOException cause) {
        return failed(" could not be written: the disk is full or no longer takes data.", cause);
    }

    private MediaException failed(String what, @Nullable Throwable cause) {
        return cause == null
                ? new MediaException(MediaException.Kind.OUTPUT_FAILED, fileName + what)
                : new MediaException(MediaException.Kind.OUTPUT_FAILED, fileName + what, cause);
    }

    @Override
    public void close() {
        if (!context.isNull()) {
            avformat_free_context(context);
            context.setNull();
        }
        io.close();
        file.close();
    }
}
