package io.auralis.engine.fingerprint;

import java.util.Arrays;

/**
 * How much each short frame rises over the one half a frame before: mean over 40 mel bands of the rise in dB, falls counting
 * as 0. Half a frame, as in SuperFlux (Böck and Widmer 2013, "Maximum filter vibrato suppression for onset detection", DAFx),
 * since a stroke takes so long to fill the window; over a quarter its rise would stand out less from the flutter of noise.
 */
final class OnsetCurve {
    private static final int BANDS = 40;
    private static final double LOWEST_HZ = 30;
    private static final double HIGHEST_HZ = 16_000;
    /** Added to each band's power (-74 dB): the flutter of near silence is no onset. */
    private static final double FLOOR = 4e-8;
    /** Frames that a rise is taken over. */
    private static final int LAG = 2;
    /** Ten minutes at first. */
    private static final int FIRST_CAPACITY = 54_000;

    private final double framesPerSecond;
    private final int[] edges = new int[BANDS + 1];
    /** Levels half and a quarter of a frame before. */
    private final double[][] formerDb = new double[LAG][BANDS];

    private float[] rises = new float[FIRST_CAPACITY];
    private int count;

    OnsetCurve(FrameGrid grid) {
        this.framesPerSecond = grid.framesPerSecond();
        double low = mel(LOWEST_HZ);
        double high = mel(Math.min(HIGHEST_HZ, grid.sampleRateHz() / 2.0));
        for (int edge = 0; edge <= BANDS; edge++) {
            int line = grid.lineAt(hertz(low + (high - low) * edge / BANDS));
            edges[edge] = edge == 0 ? line : Math.max(line, edges[edge - 1] + 1);
        }
        for (double[] levels : formerDb) {
            Arrays.fill(levels, 10 * StrictMath.log10(FLOOR));
        }
    }

    void accept(float[] power) {
        double[] levels = formerDb[count % LAG];
        double rise = 0;
        for (int band = 0; band < BANDS; band++) {
            double sum = 0;
            for (int line = edges[band]; line < edges[band + 1]; line++) {
                sum += power[line];
            }
            double db = 10 * StrictMath.log10(sum / (edges[band + 1] - edges[band]) + FLOOR);
            rise += Math.max(0, db - levels[band]);
            levels[band] = db;
        }
        if (count == rises.length) {
            rises = Arrays.copyOf(rises, 2 * count);
        }
        rises[count] = (float) (rise / BANDS);
        count++;
    }

    double framesPerSecond() {
        return framesPerSecond;
    }

    int frames() {
        return count;
    }

    /** Rise at a frame, dB. Before the first frame there was silence. */
    double rise(int frame) {
        return rises[frame];
    }

    private static double mel(double hertz) {
        return 2595 * StrictMath.log10(1 + hertz / 700);
    }

    private static double hertz(double mel) {
        return 700 * (StrictMath.pow(10, mel / 2595) - 1);
    }
}
