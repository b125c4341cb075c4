package io.auralis.agent.report;

import io.auralis.engine.curves.Curve;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Curves as the arrays that are drawn. */
final class Lines {
    private Lines() {}

    static double[] seconds(Curve curve) {
        return IntStream.range(0, curve.values().size())
                .mapToDouble(curve::seconds)
                .toArray();
    }

    static double[] values(Curve curve) {
        return curve.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Those that are finite. */
    static DoubleStream sounding(Curve curve) {
        return DoubleStream.of(values(curve)).filter(Double::isFinite);
    }
}
