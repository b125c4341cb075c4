package io.auralis.engine.media;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.ffmpeg.avformat.Write_packet_Pointer_BytePointer_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * FFmpeg's input and output through a Java channel. So file names are Java's business only (FFmpeg never sees one and
 * cannot open another file, whatever a playlist in a hostile file says), and the exception behind a failure survives.
 *
 * <p>JavaCPP allows ten instances of a callback class, so there is one of each, and the opaque handle that FFmpeg hands
 * back finds the channel.
 */
final class ChannelIo implements AutoCloseable {
    /** Large enough that calls from native code cost nothing beside the decoding. */
    private static final int BUFFER_BYTES = 1 << 16;

    private static final Map<Long, ChannelIo> OPEN = new ConcurrentHashMap<>();
    private static final AtomicLong NEXT_HANDLE = new AtomicLong(1);
    private static final Reader READER = new Reader();
    private static final Writer WRITER = new Writer();
    private static final Seeker SEEKER = new Seeker();

    private final SeekableByteChannel channel;
    private final Handle handle;
    private final AVIOContext context;
    private @Nullable IOException failure;

    private ChannelIo(SeekableByteChannel channel, boolean writing) {
        Ffmpeg.load();
        this.channel = channel;
        this.handle = new Handle(NEXT_HANDLE.getAndIncrement());
        BytePointer buffer = new BytePointer(Ffmpeg.allocated(av_malloc(BUFFER_BYTES)));
        this.context = Ffmpeg.allocated(
                avio_alloc_context(buffer, BUFFER_BYTES, writing ? 1 : 0, handle, READER, WRITER, SEEKER));
        OPEN.put(handle.address(), this);
    }

    static ChannelIo reading(SeekableByteChannel channel) {
        return new ChannelIo(channel, false);
    }

    static ChannelIo writing(SeekableByteChannel channel) {
        return new ChannelIo(channel, true);
    }

    AVIOContext context() {
        return context;
    }

    /** What the channel threw, if it did: the reason behind FFmpeg's "Input/output error". */
    @Nullable
    IOException failure() {
        return failure;
    }

    /** Frees the native side; the channel stays open and its owner's. */
    @Override
    public void close() {
        if (OPEN.remove(handle.address()) != null) {
            // Its present buffer: FFmpeg may have replaced the one that we gave it.
            av_free(context.buffer());
            avio_context_free(context);
        }
    }

    private int read(ByteBuffer into) throws IOException {
        int count = channel.read(into);
        return count > 0 ? count : AVERROR_EOF;
    }

    private int write(ByteBuffer from) throws IOException {
        int count = from.remaining();
        while (from.hasRemaining()) {
            channel.write(from);
        }
        return count;
    }

    private long seek(long offset, int whence) throws IOException {
        if ((whence & AVSEEK_SIZE) != 0) {
            return channel.size();
        }
        long target = switch (whence & 3) {
            case 0 -> offset;
            case 1 -> channel.position() + offset;
            default -> channel.size() + offset;
        };
        if (target < 0) {
            return Ffmpeg.IO_ERROR;
        }
        channel.position(target);
        return target;
    }

    private interface Work {
        long run(ChannelIo io) throws IOException;
    }

    /** Runs work for a handle. Nothing may be thrown through native code, so whatever goes wrong becomes a code. */
    private static long guarded(Pointer opaque, Work work) {
        ChannelIo io = OPEN.get(opaque.address());
        if (io == null) {
            return Ffmpeg.IO_ERROR;
        }
        try {
            return work.run(io);
        } catch (IOException e) {
            io.failure = e;
        } catch (RuntimeException e) {
            io.failure = new IOException(e);
        }
        return Ffmpeg.IO_ERROR;
    }

    private static ByteBuffer bytes(BytePointer buffer, int size) {
        return buffer.capacity(size).asByteBuffer();
    }

    /** A pointer that is no address but a number, which FFmpeg only hands back. */
    private static final class Handle extends Pointer {
        Handle(long number) {
            address = number;
        }
    }

    private static final class Reader extends Read_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer opaque, BytePointer buffer, int size) {
            return (int) guarded(opaque, io -> io.read(bytes(buffer, size)));
        }
    }

    private static final class Writer extends Write_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer opaque, BytePointer buffer, int size) {
            return (int) guarded(opaque, io -> io.write(bytes(buffer, size)));
        }
    }

    private static final class Seeker extends Seek_Pointer_long_int {
        @Override
        public long call(Pointer opaque, long offset, int whence) {
            return guarded(opaque, io -> io.seek(offset, whence));
        }
    }
}
