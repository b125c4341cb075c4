package io.auralis.engine.mastering;

import io.auralis.engine.plan.ToneBand;

/**
 * The bands in which the width is changed: the tone bands, except that nothing under 120 Hz is widened, since it must
 * survive mono. Gains pass from one band to the next over half an octave around the edge, and are level between.
 */
final class WidthBands {
    /** Bass below is felt rather than located, and out of phase it cancels on a club system or a small loudspeaker. */
    static final double MONO_BELOW_HZ = 120;

    /** To each side of an edge. */
    private static final double PASSAGE_OCTAVES = 0.25;

    private static final ToneBand[] TONE_BANDS = ToneBand.values();
    static final int COUNT = TONE_BANDS.length;

    private WidthBands() {}

    /** The band whose edges a frequency is between. */
    static int bandAt(double hertz) {
        int band = 0;
        while (band + 1 < COUNT && hertz >= TONE_BANDS[band + 1].lowerEdgeHz()) {
            band++;
        }
        return band;
    }

    /** How much of the way a frequency is from what is under a band to the band, 0 to 1. */
    static double entered(int band, double hertz) {
        // Under the lowest band lies what is not widened, and the way from there begins at its upper end.
        double edgeHz = band == 0 ? MONO_BELOW_HZ * Math.pow(2, PASSAGE_OCTAVES) : TONE_BANDS[band].lowerEdgeHz();
        double octaves = Math.log(hertz / edgeHz) / Math.log(2) / PASSAGE_OCTAVES;
        if (octaves <= -1 || octaves >= 1) {
            return octaves < 0 ? 0 : 1;
        }
        return 0.5 + 0.5 * Math.sin(0.5 * Math.PI * octaves);
    }
}
