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

    /** The first picture that is attached to the audio; empty where there is none. */
    static Optional<CoverPicture> cover(AVFormatContext context) {
        for (int i = 0; i < context.nb_streams(); i++) {
            AVStream candidate = context.streams(i);
            if ((candidate.disposition() & AV_DISPOSITION_ATTACHED_PIC) == 0) {
                continue;
            }
            AVPacket picture = candidate.attached_pic();
            if (picture.size() <= 0) {
                continue;
            }
            byte[] bytes = new byte[picture.size()];
            picture.data().get(bytes);
            AVCodecParameters parameters = candidate.codecpar();
            return Optional.of(new CoverPicture(parameters.codec_id(), parameters.width(), parameters.height(), bytes));
        }
        return Optional.empty();
    }
}
