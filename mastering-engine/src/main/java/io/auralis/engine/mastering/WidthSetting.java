package io.auralis.engine.mastering;

import java.util.Collections;
import java.util.List;

/**
 * The gains of the side.
 *
 * @param lows linear, under {@link WidthBands#MONO_BELOW_HZ}
 * @param bands linear, of each of {@link WidthBands}
 * @param guarded whether the correlation guard held a band back
 * @param exhausted whether no band can be raised further, or the sides lowered
 */
record WidthSetting(double lows, List<Double> bands, boolean guarded, boolean exhausted) {
    /** The width is left alone. */
    static final WidthSetting NONE = uniform(1);

    WidthSetting {
        bands = List.copyOf(bands);
    }

    /** The same gain for all frequencies. */
    static WidthSetting uniform(double gain) {
        return new WidthSetting(gain, Collections.nCopies(WidthBands.COUNT, gain), false, false);
    }

    WidthSetting whereNoMoreCanBeHad() {
        return new WidthSetting(lows, bands, guarded, true);
    }

    boolean isUniform() {
        return bands.stream().allMatch(gain -> gain == lows);
    }

    boolean on() {
        return !(lows == 1 && isUniform());
    }

    /** The side's gain at a frequency, linear. */
    double gainAt(double hertz) {
        double gain = lows;
        for (int band = 0; band < bands.size(); band++) {
            double under = band == 0 ? lows : bands.get(band - 1);
            gain += (bands.get(band) - under) * WidthBands.entered(band, hertz);
        }
        return gain;
    }

    /** The setting's gains at lines of a spectrum from 0 Hz up, linear. */
    double[] gains(int lines, double lineHz) {
        double[] gains = new double[lines];
        gains[0] = lows;
        for (int line = 1; line < lines; line++) {
            gains[line] = gainAt(line * lineHz);
        }
        return gains;
    }
}
