package io.auralis.engine.curves;

import io.auralis.engine.match.TonalBalance;
import java.util.ArrayList;
import java.util.List;

/** Thirds of an octave of a track's long-term spectrum, base ten (IEC 61260-1). */
final class ThirdOctaveLevels {
    private static final int TENTHS_OF_DECADE_AT_25_HZ = 14;
    private static final int TENTHS_OF_DECADE_AT_20_KHZ = 43;
    /** From a band's middle to its edges. */
    private static final double HALF_BAND = StrictMath.pow(10, 1 / 20.0);

    /** Of half the rate: a band whose middle the filters before it have taken is no music. 20 kHz is still below at 44.1. */
    private static final double HIGHEST = 0.95;

    private ThirdOctaveLevels() {}

    /** @param meanSquare of the whole track, which its power stands for */
    static List<BandLevel> of(TonalBalance balance, double meanSquare, int sampleRateHz) {
        double total = balance.total();
        List<BandLevel> bands = new ArrayList<>();
        for (int n = TENTHS_OF_DECADE_AT_25_HZ; n <= TENTHS_OF_DECADE_AT_20_KHZ; n++) {
            double centreHz = StrictMath.pow(10, n / 10.0);
            if (centreHz < HIGHEST * sampleRateHz / 2) {
                double power = balance.power(centreHz / HALF_BAND, centreHz * HALF_BAND);
                double share = total == 0 ? 0 : power / total;
                bands.add(new BandLevel(centreHz, 10 * StrictMath.log10(share * meanSquare)));
            }
        }
        return bands;
    }
}
