package io.auralis.engine.decoding;

import java.util.Arrays;
import java.util.SplittableRandom;

/** One way to damage a file, at random places. */
enum Mutation {
    BITS_FLIPPED {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            byte[] damaged = bytes.clone();
            for (int left = random.nextInt(1, 17); left > 0; left--) {
                damaged[place(bytes, random)] ^= (byte) (1 << random.nextInt(8));
            }
            return damaged;
        }
    },
    BYTES_OVERWRITTEN {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            byte[] damaged = bytes.clone();
            int from = place(bytes, random);
            int to = Math.min(bytes.length, from + random.nextInt(1, 257));
            switch (random.nextInt(3)) {
                case 0 -> Arrays.fill(damaged, from, to, (byte) 0);
                case 1 -> Arrays.fill(damaged, from, to, (byte) 0xff);
                default -> {
                    for (int i = from; i < to; i++) {
                        damaged[i] = (byte) random.nextInt();
                    }
                }
            }
            return damaged;
        }
    },
    FIELD_AT_AN_EXTREME {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            byte[] damaged = bytes.clone();
            int from = place(bytes, random);
            int width = 1 << random.nextInt(4);
            long value = EXTREMES[random.nextInt(EXTREMES.length)];
            boolean bigEndian = random.nextBoolean();
            for (int i = 0; i < width && from + i < bytes.length; i++) {
                int shift = 8 * (bigEndian ? width - 1 - i : i);
                damaged[from + i] = (byte) (value >>> shift);
            }
            return damaged;
        }
    },
    TRUNCATED {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            return Arrays.copyOf(bytes, place(bytes, random));
        }
    },
    BYTES_INSERTED {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            byte[] more = new byte[random.nextInt(1, 4_097)];
            for (int i = 0; i < more.length; i++) {
                more[i] = (byte) random.nextInt();
            }
            return insert(bytes, place(bytes, random), more);
        }
    },
    BYTES_REMOVED {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            int from = place(bytes, random);
            int to = Math.min(bytes.length, from + random.nextInt(1, 4_097));
            byte[] damaged = Arrays.copyOf(bytes, bytes.length - (to - from));
            System.arraycopy(bytes, to, damaged, from, bytes.length - to);
            return damaged;
        }
    },
    CHUNK_DUPLICATED {
        @Override
        byte[] of(byte[] bytes, SplittableRandom random) {
            int from = place(bytes, random);
            int to = Math.min(bytes.length, from + random.nextInt(1, 8_193));
            return insert(bytes, random.nextBoolean() ? to : place(bytes, random), Arrays.copyOfRange(bytes, from, to));
        }
    };

    private static final long[] EXTREMES = {
        0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 0x7fff_ffffL, 0x8000_0000L, 0xffff_ffffL, 0x7fff, 0x8000, 0xff, 0x80
    };

    /** How much of a file's beginning and end is mostly headers, bytes. */
    private static final int HEADERS = 512;

    abstract byte[] of(byte[] bytes, SplittableRandom random);

    /** One to three kinds of damage, one on top of the other. */
    static byte[] some(byte[] bytes, SplittableRandom random) {
        byte[] damaged = bytes;
        for (int left = random.nextInt(1, 4); left > 0 && damaged.length > 0; left--) {
            damaged = values()[random.nextInt(values().length)].of(damaged, random);
        }
        return damaged;
    }

    /** Any place, but in two of three cases one among the headers, where damage does more. */
    private static int place(byte[] bytes, SplittableRandom random) {
        int headers = Math.min(bytes.length, HEADERS);
        return switch (random.nextInt(6)) {
            case 0, 1, 2 -> random.nextInt(headers);
            case 3 -> bytes.length - 1 - random.nextInt(headers);
            default -> random.nextInt(bytes.length);
        };
    }

    private static byte[] insert(byte[] bytes, int at, byte[] more) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, longer, at, more.length);
        System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
        return longer;
    }
}
