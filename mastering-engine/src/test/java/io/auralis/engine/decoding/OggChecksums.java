package io.auralis.engine.decoding;

/** The checksums of an Ogg file's pages (RFC 3533 section 6). */
public final class OggChecksums {
    private static final int POLYNOMIAL = 0x04c1_1db7;
    private static final int CHECKSUM_AT = 22;
    private static final int SEGMENTS_AT = 26;
    private static final int HEADER_BYTES = 27;

    private OggChecksums() {}

    /** Gives every page that can be found the checksum of what it holds now; changes nothing in a file of another kind. */
    public static void correct(byte[] file) {
        for (int at = 0; at + HEADER_BYTES <= file.length; at++) {
            int length = isPage(file, at) ? length(file, at) : 0;
            if (length > 0 && at + length <= file.length) {
                put(file, at + CHECKSUM_AT, 0);
                put(file, at + CHECKSUM_AT, checksum(file, at, length));
                at += length - 1;
            }
        }
    }

    private static boolean isPage(byte[] file, int at) {
        return file[at] == 'O' && file[at + 1] == 'g' && file[at + 2] == 'g' && file[at + 3] == 'S';
    }

    private static int length(byte[] file, int at) {
        int segments = file[at + SEGMENTS_AT] & 0xff;
        int length = HEADER_BYTES + segments;
        for (int i = 0; i < segments && at + HEADER_BYTES + i < file.length; i++) {
            length += file[at + HEADER_BYTES + i] & 0xff;
        }
        return length;
    }

    private static int checksum(byte[] file, int at, int length) {
        int sum = 0;
        for (int i = at; i < at + length; i++) {
            sum ^= file[i] << 24;
            for (int bit = 0; bit < 8; bit++) {
                sum = sum < 0 ? (sum << 1) ^ POLYNOMIAL : sum << 1;
            }
        }
        return sum;
    }

    private static void put(byte[] file, int at, int value) {
        for (int i = 0; i < 4; i++) {
            file[at + i] = (byte) (value >>> (8 * i));
        }
    }
}
