package io.auralis.engine.fingerprint;

/**
 * Centroid, rolloff and flatness between 20 Hz and 20 kHz, each the median over the sounding short frames. The
 * definitions are librosa's: centroid and rolloff weigh by magnitude, flatness by power. Without a sounding frame all
 * are 0.
 */
final class SpectralShape {
    private static final double ROLLOFF = 0.85;
    /**
     * Added to each line's power before the geometric mean: about what 16-bit dither puts on a line. Below it the file's
     * format would speak, not the music.
     */
    private static final double FLOOR = 1e-12;
    /** Values of at least 1e-12 each: their product stays far above the smallest double. */
    private static final int LINES_PER_LOGARITHM = 16;

    private final FrameGrid grid;
    private final int first;
    private final int end;
    private final double[] magnitudes;
    private final MedianHistogram centroids = new MedianHistogram(0, FrameGrid.HIGHEST_HZ, 40_000);
    private final MedianHistogram rolloffs = new MedianHistogram(0, FrameGrid.HIGHEST_HZ, 40_000);
    private final MedianHistogram flatnessesDb = new MedianHistogram(-130, 0, 26_000);

    SpectralShape(FrameGrid grid) {
        this.grid = grid;
        this.first = grid.lineAt(FrameGrid.LOWEST_HZ);
        this.end = grid.lineAt(FrameGrid.HIGHEST_HZ);
        this.magnitudes = new double[grid.lines()];
    }

    void accept(float[] power) {
        double sum = 0;
        double weighted = 0;
        for (int line = first; line < end; line++) {
            double magnitude = Math.sqrt(power[line]);
            magnitudes[line] = magnitude;
            sum += magnitude;
            weighted += magnitude * line;
        }
        centroids.add(weighted / sum * grid.hertz(1));
        rolloffs.add(rolloff(sum));
        flatnessesDb.add(flatnessDb(power));
    }

    double centroidHz() {
        return centroids.isEmpty() ? 0 : centroids.median();
    }

    double rolloffHz() {
        return rolloffs.isEmpty() ? 0 : rolloffs.median();
    }

    double flatness() {
        return flatnessesDb.isEmpty() ? 0 : StrictMath.pow(10, flatnessesDb.median() / 10);
    }

    private double rolloff(double sum) {
        double below = 0;
        int line = first;
        while (line < end - 1 && below + magnitudes[line] < ROLLOFF * sum) {
            below += magnitudes[line];
            line++;
        }
        return grid.hertz(line);
    }

    private double flatnessDb(float[] power) {
        double arithmetic = 0;
        double logarithms = 0;
        double product = 1;
        int factors = 0;
        for (int line = first; line < end; line++) {
            double value = power[line] + FLOOR;
            arithmetic += value;
            product *= value;
            factors++;
            if (factors == LINES_PER_LOGARITHM) {
                logarithms += StrictMath.log10(product);
                product = 1;
                factors = 0;
            }
        }
        logarithms += StrictMath.log10(product);
        int lines = end - first;
        return 10 * (logarithms / lines - StrictMath.log10(arithmetic / lines));
    }
}
