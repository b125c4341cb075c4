package io.auralis.engine.fingerprint;

import java.util.Arrays;

/**
 * How evenly the twelve pitch classes sound: per sounding long frame each class's magnitude relative to the strongest,
 * then the mean over classes and frames. A single pitch gives 1/12, noise nearly 1. Four octaves above A3 (220 Hz),
 * equal temperament on A4 = 440 Hz; below, the frame's lines are too far apart to tell semitones.
 */
final class Chroma {
    private static final int CLASSES = 12;
    private static final double A3_HZ = 220;
    private static final int OCTAVES = 4;

    private final int first;
    private final int[] classes;
    private final double[] energies = new double[CLASSES];
    private final RunningStatistics evenness = new RunningStatistics();

    Chroma(FrameGrid grid) {
        double quarterTone = StrictMath.pow(2, 0.5 / CLASSES);
        first = grid.lineAt(A3_HZ / quarterTone);
        int end = grid.lineAt(A3_HZ * (1 << OCTAVES) / quarterTone);
        classes = new int[Math.max(0, end - first)];
        for (int i = 0; i < classes.length; i++) {
            double octaves = StrictMath.log(grid.hertz(first + i) / A3_HZ) / StrictMath.log(2);
            classes[i] = Math.floorMod((int) Math.round(CLASSES * octaves), CLASSES);
        }
    }

    void accept(float[] power) {
        Arrays.fill(energies, 0);
        for (int i = 0; i < classes.length; i++) {
            energies[classes[i]] += power[first + i];
        }
        double strongest = 0;
        double sum = 0;
        for (double energy : energies) {
            strongest = Math.max(strongest, energy);
            sum += Math.sqrt(energy);
        }
        if (strongest > 0) {
            evenness.add(sum / (CLASSES * Math.sqrt(strongest)));
        }
    }

    /** 1/12 to 1; 0 without a sounding frame. */
    double energy() {
        return evenness.mean();
    }
}
