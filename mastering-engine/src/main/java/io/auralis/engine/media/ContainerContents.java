package io.auralis.engine.media;

import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_iterate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.jspecify.annotations.Nullable;

/** What an opened container carries beside its audio: tags and the cover. */
final class ContainerContents {
    /** What FFmpeg calls a picture of type 3, and takes as that where it writes one. */
    static final Tag FRONT_COVER = new Tag("comment", "Cover (front)");

    private ContainerContents() {}

    /** The container's tags and, where the coding carries them (Ogg), the stream's. */
    static List<Tag> tags(AVFormatContext context, AVStream stream) {
        List<Tag> found = new ArrayList<>();
        addTags(context.metadata(), found);
        addTags(stream.metadata(), found);
        return found;
    }

    private static void addTags(@Nullable AVDictionary dictionary, List<Tag> found) {
        AVDictionaryEntry entry = null;
        while (true) {
            entry = av_dict_iterate(dictionary, entry);
            if (entry == null) {
                return;
            }
            Tag tag = Ffmpeg.tag(entry);
            if (!found.contains(tag) && !isContainerDetail(tag)) {
                found.add(tag);
            }
        }
    }

    /** MP4's file-type and handler fields, which FFmpeg shows among the tags though nobody wrote them as such. */
    private static boolean isContainerDetail(Tag tag) {
        return switch (tag.name()) {
            case "major_brand", "minor_version", "compatible_brands", "handler_name", "vendor_id" -> true;
            case "language" -> tag.value().equals("und");
            default -> false;
        };
    }

    /** The front cover or, where no picture is said to be it, the first; empty where there is none. */
    static Optional<CoverPicture> cover(AVFormatContext context) {
        List<AVStream> pictures = pictures(context);
        return pictures.stream()
                .filter(ContainerContents::isFrontCover)
                .findFirst()
                .or(() -> pictures.stream().findFirst())
                .map(ContainerContents::picture);
    }

    private static List<AVStream> pictures(AVFormatContext context) {
        List<AVStream> pictures = new ArrayList<>();
        for (int i = 0; i < context.nb_streams(); i++) {
            AVStream candidate = context.streams(i);
            boolean attached = (candidate.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
            if (attached && candidate.attached_pic().size() > 0) {
                pictures.add(candidate);
            }
        }
        return pictures;
    }

    /** FFmpeg tells the picture type of FLAC, Ogg and ID3 as a comment, and APE's by the item's name. */
    private static boolean isFrontCover(AVStream picture) {
        List<Tag> tags = new ArrayList<>();
        addTags(picture.metadata(), tags);
        return tags.contains(FRONT_COVER)
                || tags.stream().anyMatch(tag -> tag.name().equalsIgnoreCase(ApeTag.COVER_KEY));
    }

    private static CoverPicture picture(AVStream stream) {
        AVPacket picture = stream.attached_pic();
        byte[] bytes = new byte[picture.size()];
        picture.data().get(bytes);
        AVCodecParameters parameters = stream.codecpar();
        return new CoverPicture(parameters.codec_id(), parameters.width(), parameters.height(), bytes);
    }
}
