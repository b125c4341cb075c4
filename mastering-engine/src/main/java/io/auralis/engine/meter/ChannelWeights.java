package io.auralis.engine.meter;

/**
 * How much each channel counts in the loudness sum (BS.1770-5 Annex 1 Table 4 and Annex 3): 1.41 for loudspeakers at
 * 60 to 120 degrees, 0 for the low-frequency channel, else 1. Channels are taken in FFmpeg's default order for their
 * number; four are a quad (L R Ls Rs), as in libebur128.
 */
final class ChannelWeights {
    private static final double SURROUND = 1.41;

    private ChannelWeights() {}

    /** @param channels 1 to 8 */
    static double[] of(int channels) {
        return switch (channels) {
            case 1 -> new double[] {1};
            case 2 -> new double[] {1, 1};
            case 3 -> new double[] {1, 1, 1};
            case 4 -> new double[] {1, 1, SURROUND, SURROUND};
            case 5 -> new double[] {1, 1, 1, SURROUND, SURROUND};
            case 6 -> new double[] {1, 1, 1, 0, SURROUND, SURROUND};
            // 6.1: L R C LFE back-centre Ls Rs
            case 7 -> new double[] {1, 1, 1, 0, 1, SURROUND, SURROUND};
            // 7.1: L R C LFE back-left back-right Ls Rs
            case 8 -> new double[] {1, 1, 1, 0, 1, 1, SURROUND, SURROUND};
            default -> throw new IllegalArgumentException("channels must be 1..8 but are " + channels);
        };
    }
}
