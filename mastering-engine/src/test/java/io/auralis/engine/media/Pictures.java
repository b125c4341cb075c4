package io.auralis.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** Small pictures to use as covers, or as what is no music. */
final class Pictures {
    private Pictures() {}

    static byte[] png() {
        return png(0xff8000);
    }

    /** @param rgb the colour of one pixel, which tells pictures apart */
    static byte[] png(int rgb) {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 4, rgb);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A QuickTime film of one picture and no sound. */
    static Path film(Path file) {
        byte[] png = png();
        AVFormatContext context = new AVFormatContext(null);
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
                ChannelIo io = ChannelIo.writing(channel)) {
            check(avformat_alloc_output_context2(context, (AVOutputFormat) null, "mov", (String) null));
            context.pb(io.context());
            AVStream stream = avformat_new_stream(context, (AVCodec) null);
            stream.codecpar().codec_type(AVMEDIA_TYPE_VIDEO);
            stream.codecpar().codec_id(AV_CODEC_ID_PNG);
            stream.codecpar().width(16);
            stream.codecpar().height(16);
            stream.time_base().num(1);
            stream.time_base().den(25);
            check(avformat_write_header(context, (AVDictionary) null));
            AVPacket packet = av_packet_alloc();
            check(av_new_packet(packet, png.length));
            packet.data().put(png);
            packet.flags(AV_PKT_FLAG_KEY);
            packet.pts(0);
            packet.dts(0);
            packet.duration(stream.time_base().den());
            check(av_interleaved_write_frame(context, packet));
            av_packet_free(packet);
            check(av_write_trailer(context));
            avio_flush(io.context());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            avformat_free_context(context);
        }
        return file;
    }

    private static void check(int result) {
        if (result < 0) {
            throw new IllegalStateException("FFmpeg: " + Ffmpeg.words(result));
        }
    }
}
