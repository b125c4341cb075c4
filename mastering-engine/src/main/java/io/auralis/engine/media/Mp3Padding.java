package io.auralis.engine.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_SKIP_SAMPLES;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.SizeTPointer;

/**
 * How much of an MP3 file's end is padding. LAME may put out a last packet of padding alone behind one that is padded in
 * part, and FFmpeg's writer states the last packet's padding as the file's: the file would be longer than the music. So each
 * packet is told what the packets before it were padded with.
 */
final class Mp3Padding {
    /** Where the count of samples to discard from the packet's end stands (FFmpeg's packet.h). */
    private static final int DISCARD_AT = 4;

    private int before;

    void addTo(AVPacket packet) {
        try (SizeTPointer size = new SizeTPointer(1)) {
            BytePointer found = av_packet_get_side_data(packet, AV_PKT_DATA_SKIP_SAMPLES, size);
            if (found == null || found.isNull()) {
                return;
            }
            ByteBuffer data = found.capacity(size.get()).asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
            before += data.getInt(DISCARD_AT);
            data.putInt(DISCARD_AT, before);
        }
    }
}
