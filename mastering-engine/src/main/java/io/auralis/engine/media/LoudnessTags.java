package io.auralis.engine.media;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The tags in which a file is to state its own loudness: ReplayGain 2.0 (wiki.hydrogenaud.io, "ReplayGain 2.0
 * specification"), and in an Opus file the gains of RFC 7845 section 5.2.1, which its readers look for.
 *
 * <p>The track's loudness is known when its samples are written, and the tags of some files stand before them. So a
 * placeholder of the planned value's length is written first. Where a gain turns out shorter, a blank is left behind it,
 * or zeros before R128's; where longer, it has a decimal less.
 *
 * @param plannedLufs what the track is to come to
 * @param album what all tracks of its album come to together, if it is mastered as a part of one
 */
public record LoudnessTags(double plannedLufs, Optional<Programme> album) {
    /** ReplayGain 2.0's reference, LUFS. */
    private static final double REPLAY_GAIN_LUFS = -18;
    /** EBU R 128's, which RFC 7845 refers to, LUFS. */
    private static final double R128_LUFS = -23;

    private static final double Q8 = 256;
    /** 39 dB, where a gain that was planned negative turns out positive. */
    private static final int LEAST_R128_LENGTH = 4;
    /** How far over the plan a track may come. */
    private static final double TOLERANCE_LU = 0.1;

    private static final String GAIN_PLACEHOLDER = "?{track gain}?";
    private static final String PEAK_PLACEHOLDER = "?{peak}?";

    /**
     * What a file states.
     *
     * @param lufs integrated loudness; negative infinity for silence
     * @param peakDbtp true peak
     */
    public record Programme(double lufs, double peakDbtp) {}

    /** Whether a source states its loudness, by whichever of the tags. */
    public static boolean statedBy(MediaInfo source) {
        return source.tags().stream()
                .map(tag -> tag.name().toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.startsWith("replaygain_track_")
                        || name.startsWith("replaygain_album_")
                        || name.equals("r128_track_gain")
                        || name.equals("r128_album_gain"));
    }

    /** With placeholders for what the track comes to. */
    List<Tag> tags(OutputFormat format) {
        List<Tag> tags = new ArrayList<>();
        if (format == OutputFormat.OPUS) {
            tags.add(new Tag("R128_TRACK_GAIN", placeholder(r128Length())));
            album.ifPresent(one -> tags.add(new Tag("R128_ALBUM_GAIN", String.valueOf(r128(one.lufs())))));
            return tags;
        }
        tags.add(new Tag("REPLAYGAIN_TRACK_GAIN", placeholder(gain(plannedLufs).length())));
        tags.add(new Tag("REPLAYGAIN_TRACK_PEAK", PEAK_PLACEHOLDER));
        album.ifPresent(one -> {
            tags.add(new Tag("REPLAYGAIN_ALBUM_GAIN", gain(one.lufs())));
            tags.add(new Tag("REPLAYGAIN_ALBUM_PEAK", peak(one.peakDbtp())));
        });
        return tags;
    }

    /** What stands in place of each placeholder in the end, as bytes of the same length. */
    Map<byte[], byte[]> values(OutputFormat format, Programme track) {
        Map<byte[], byte[]> values = new LinkedHashMap<>();
        if (format == OutputFormat.OPUS) {
            values.put(bytes(placeholder(r128Length())), bytes(r128(track.lufs(), r128Length())));
            return values;
        }
        int length = gain(plannedLufs).length();
        values.put(bytes(placeholder(length)), bytes(fitted(track.lufs(), length)));
        values.put(bytes(PEAK_PLACEHOLDER), bytes(peak(track.peakDbtp())));
        return values;
    }

    private static String placeholder(int length) {
        return GAIN_PLACEHOLDER.substring(0, length);
    }

    private static String fitted(double lufs, int length) {
        String gain = gain(lufs);
        return gain.length() > length
                ? String.format(Locale.ROOT, "%+.1f dB", gainDb(lufs, REPLAY_GAIN_LUFS))
                : gain + " ".repeat(length - gain.length());
    }

    private static String gain(double lufs) {
        return String.format(Locale.ROOT, "%+.2f dB", gainDb(lufs, REPLAY_GAIN_LUFS));
    }

    /** Steps of 1/256 dB. */
    private static long r128(double lufs) {
        return Math.round(gainDb(lufs, R128_LUFS) * Q8);
    }

    private int r128Length() {
        return Math.max(
                LEAST_R128_LENGTH,
                Math.max(
                        String.valueOf(r128(plannedLufs)).length(),
                        String.valueOf(r128(plannedLufs + TOLERANCE_LU)).length()));
    }

    /** With zeros in front where it is shorter; no nearer than fits where it would be longer. */
    private static String r128(double lufs, int length) {
        long steps = r128(lufs);
        String sign = steps < 0 ? "-" : "";
        long most = (long) StrictMath.pow(10, length - sign.length()) - 1;
        String digits = String.valueOf(Math.min(most, Math.abs(steps)));
        return sign + "0".repeat(length - sign.length() - digits.length()) + digits;
    }

    /** Silence is left as it is. */
    private static double gainDb(double lufs, double reference) {
        return Double.isInfinite(lufs) ? 0 : reference - lufs;
    }

    /** Linear, of full scale; "0.977237". */
    private static String peak(double dbtp) {
        return String.format(Locale.ROOT, "%.6f", Math.min(9, StrictMath.pow(10, dbtp / 20)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
