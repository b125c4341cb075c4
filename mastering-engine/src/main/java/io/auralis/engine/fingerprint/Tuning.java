package io.auralis.engine.fingerprint;

/**
 * How far a track's tuning lies from A4 = 440 Hz: the direction of the sum of its spectral peaks' deviations from the nearest
 * semitone, each a vector on a circle of one semitone, as long as the peak's magnitude (after Dressler and Streich 2007,
 * "Tuning frequency estimation using circular statistics", ISMIR).
 */
final class Tuning {
    /** Peaks more than 20 dB under a frame's strongest one are leakage or noise as often as notes. */
    private static final float LEAST_POWER = 0.01f;
    /** Where deviations agree less than this, there is no tuning; what noise gives over ten seconds is well below. */
    private static final double LEAST_AGREEMENT = 0.1;

    private static final double LN2 = StrictMath.log(2);

    private final int first;
    private final int end;
    private final double a4Line;
    private double x;
    private double y;
    private double total;

    /**
     * @param first line of the spectra that counts, at least 1
     * @param end one beyond the last
     */
    Tuning(FrameGrid grid, int first, int end) {
        this.first = first;
        this.end = Math.min(end, grid.lines() - 1);
        this.a4Line = 440.0 * grid.size() / grid.sampleRateHz();
    }

    void accept(float[] power) {
        float strongest = 0;
        for (int line = first; line < end; line++) {
            strongest = Math.max(strongest, power[line]);
        }
        for (int line = first; line < end; line++) {
            float level = power[line];
            if (level > LEAST_POWER * strongest && level > power[line - 1] && level >= power[line + 1]) {
                add(line, power[line - 1], level, power[line + 1]);
            }
        }
    }

    /** Cents above A4 = 440 Hz, -50 to 50; 0 where peaks agree on none. */
    double cents() {
        double agreement = Math.sqrt(x * x + y * y);
        return agreement <= LEAST_AGREEMENT * total ? 0 : 100 * StrictMath.atan2(y, x) / (2 * Math.PI);
    }

    /** The peak lies at the top of a parabola through the logarithms, which a Hann window's main lobe nearly is. */
    private void add(int line, float before, float level, float after) {
        double b = StrictMath.log(before / level + Float.MIN_NORMAL);
        double a = StrictMath.log(after / level + Float.MIN_NORMAL);
        double peak = line + (a + b == 0 ? 0 : 0.5 * (b - a) / (a + b));
        double turns = 12 * StrictMath.log(peak / a4Line) / LN2;
        double magnitude = Math.sqrt(level);
        x += magnitude * StrictMath.cos(2 * Math.PI * turns);
        y += magnitude * StrictMath.sin(2 * Math.PI * turns);
        total += magnitude;
    }
}
