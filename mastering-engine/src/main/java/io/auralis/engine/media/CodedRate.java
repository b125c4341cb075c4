package io.auralis.engine.media;

import java.util.List;

/** The sample rates that the lossy codings have, Hz, in rising order. */
final class CodedRate {
    /** MPEG-1, MPEG-2 and MPEG-2.5 (ISO 11172-3, ISO 13818-3). */
    static final List<Integer> MP3 = List.of(8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000);

    /** ISO 14496-3 table 1.18, from 8,000 Hz on. */
    static final List<Integer> AAC =
            List.of(8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 64_000, 88_200, 96_000);

    /** RFC 6716 has others, but an Ogg Opus file always plays at this one (RFC 7845 section 5.1). */
    static final int OPUS = 48_000;

    private CodedRate() {}

    /**
     * The rate itself; else its half, quarter and so on, since that loses the least; else the next higher one; else the
     * highest.
     */
    static int nearest(int rateHz, List<Integer> coded) {
        int highest = coded.get(coded.size() - 1);
        for (int divided = rateHz; divided >= highest / 2; divided /= 2) {
            if (coded.contains(divided)) {
                return divided;
            }
        }
        return coded.stream().filter(rate -> rate >= rateHz).findFirst().orElse(highest);
    }
}
