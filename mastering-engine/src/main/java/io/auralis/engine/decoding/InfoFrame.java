package io.auralis.engine.decoding;

import io.auralis.engine.audio.AudioFormat;
import io.auralis.engine.media.CoverPicture;
import io.auralis.engine.media.MediaInfo;
import io.auralis.engine.media.Tag;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a file says of itself, as a frame. */
final class InfoFrame {
    private InfoFrame() {}

    static Frame of(MediaInfo info) {
        return Frame.of(FrameKind.INFO, out -> {
            out.writeInt(info.format().sampleRateHz());
            out.writeInt(info.format().channels());
            Text.write(out, info.codec());
            out.writeInt(info.bitDepth());
            out.writeLong(info.channelMask());
            out.writeLong(info.statedFrames());
            out.writeInt(info.tags().size());
            for (Tag tag : info.tags()) {
                Text.write(out, tag.name());
                Text.write(out, tag.value());
            }
            out.writeBoolean(info.cover().isPresent());
            if (info.cover().isPresent()) {
                write(out, info.cover().get());
            }
        });
    }

    private static void write(DataOutput out, CoverPicture cover) throws IOException {
        out.writeInt(cover.codecId());
        out.writeInt(cover.width());
        out.writeInt(cover.height());
        Counted.write(out, cover.bytes());
    }

    /** @throws IOException or a runtime exception if it is not what {@link #of} made */
    static MediaInfo read(Frame frame) throws IOException {
        DataInputStream in = frame.fields();
        return new MediaInfo(
                new AudioFormat(in.readInt(), in.readInt()),
                Text.read(in),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                readTags(in),
                readCover(in));
    }

    private static List<Tag> readTags(DataInputStream in) throws IOException {
        List<Tag> tags = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            tags.add(new Tag(Text.read(in), Text.read(in)));
        }
        return tags;
    }

    private static Optional<CoverPicture> readCover(DataInputStream in) throws IOException {
        return in.readBoolean()
                ? Optional.of(new CoverPicture(in.readInt(), in.readInt(), in.readInt(), Counted.read(in)))
                : Optional.empty();
    }
}
