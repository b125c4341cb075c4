package io.auralis.engine.media;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.BytePointer;

/** The header of an MPEG audio frame (ISO/IEC 11172-3, 2.4.1.3), as far as it tells a frame from anything else. */
final class MpegFrame {
    private static final int HEADER_BYTES = 4;

    private MpegFrame() {}

    /** Whether a packet begins with one. */
    static boolean begins(AVPacket packet) {
        if (packet.size() < HEADER_BYTES) {
            return false;
        }
        BytePointer data = packet.data();
        int second = data.get(1);
        int third = data.get(2);
        boolean sync = data.get(0) == (byte) 0xff && (second & 0xe0) == 0xe0;
        boolean layer = (second & 0x06) != 0;
        boolean bitRate = (third & 0xf0) != 0xf0;
        boolean sampleRate = (third & 0x0c) != 0x0c;
        return sync && layer && bitRate && sampleRate;
    }
}
