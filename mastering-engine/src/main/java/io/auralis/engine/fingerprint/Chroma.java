package io.auralis.engine.fingerprint;

import java.util.Arrays;

/**
 * How evenly the twelve pitch classes sound: per sounding long frame each class's magnitude relative to the strongest,
 * then the mean over classes and frames. A single pitch gives 1/12, noise nearly 1. Four octaves above A3 (220 Hz), equal
 * temperament on the track's own tuning; below, the frame's lines are too far apart to tell semitones.
 *
 * <p>The tuning is known only at the end, so the mean is kept for each of ten tunings, 10 cents apart.
 */
final class Chroma {
    private static final int CLASSES = 12;
    /** Parts of a semitone, and so tunings. */
    private static final int PARTS = 10;

    private static final double A3_HZ = 220;
    private static final int OCTAVES = 4;

    private final int first;
    private final int[] parts;
    private final Tuning tuning;
    private final double[] partEnergies = new double[CLASSES * PARTS];
    private final double[] evenness = new double[PARTS];
    private long frames;

    Chroma(FrameGrid grid) {
        double quarterTone = StrictMath.pow(2, 0.5 / CLASSES);
        first = grid.lineAt(A3_HZ / quarterTone);
        int end = grid.lineAt(A3_HZ * (1 << OCTAVES) / quarterTone);
        parts = new int[Math.max(0, end - first)];
        for (int i = 0; i < parts.length; i++) {
            double octaves = StrictMath.log(grid.hertz(first + i) / A3_HZ) / StrictMath.log(2);
            parts[i] = Math.floorMod((int) Math.round(CLASSES * PARTS * octaves), CLASSES * PARTS);
        }
        tuning = new Tuning(grid, first, end);
    }

    void accept(float[] power) {
        Arrays.fill(partEnergies, 0);
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            partEnergies[parts[i]] += power[first + i];
            sum += power[first + i];
        }
        if (sum > 0) {
            tuning.accept(power);
            for (int candidate = 0; candidate < PARTS; candidate++) {
                evenness[candidate] += evenness(candidate);
            }
            frames++;
        }
    }

    /** 1/12 to 1; 0 without a sounding frame. */
    double energy() {
        int nearest = (int) Math.round(tuning.cents() * PARTS / 100);
        return frames == 0 ? 0 : evenness[Math.floorMod(nearest, PARTS)] / frames;
    }

    /** @param candidate tenths of a semitone above A4 = 440 Hz; 5 to 9 are as well -5 to -1, which moves every class by one */
    private double evenness(int candidate) {
        double strongest = 0;
        double magnitudes = 0;
        for (int pitch = 0; pitch < CLASSES; pitch++) {
            double energy = 0;
            for (int part = -PARTS / 2; part < PARTS / 2; part++) {
                energy += partEnergies[Math.floorMod(pitch * PARTS + candidate + part, CLASSES * PARTS)];
            }
            strongest = Math.max(strongest, energy);
            magnitudes += Math.sqrt(energy);
        }
        return magnitudes / (CLASSES * Math.sqrt(strongest));
    }
}
