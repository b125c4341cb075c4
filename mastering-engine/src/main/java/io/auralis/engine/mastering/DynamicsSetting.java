package io.auralis.engine.mastering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How dynamics are set.
 *
 * @param curve what becomes of peaks, or null where dynamics are off
 * @param makeup constant gains of the bands from the lowest up, linear, which give back what the curve does to their power
 * @param levelsDb by how much the bands' long-term levels are other than before, after the makeup
 * @param crestDb crest factor that it leaves
 * @param midSide energies that it leaves
 */
record DynamicsSetting(
        @Nullable DynamicsCurve curve, List<Double> makeup, List<Double> levelsDb, double crestDb, MidSide midSide) {
    DynamicsSetting {
        makeup = List.copyOf(makeup);
        levelsDb = List.copyOf(levelsDb);
    }

    static DynamicsSetting off(double crestDb, MidSide midSide) {
        return new DynamicsSetting(null, List.of(), List.of(), crestDb, midSide);
    }

    /** The same where the side has come out stronger than was foretold. */
    DynamicsSetting withSidePower(double power) {
        return new DynamicsSetting(curve, makeup, levelsDb, crestDb, midSide.withSidePower(power));
    }

    boolean on() {
        return curve != null;
    }

    /** @throws IllegalStateException if dynamics are off */
    DynamicsCurve requireCurve() {
        if (curve == null) {
            throw new IllegalStateException("dynamics are off");
        }
        return curve;
    }
}
