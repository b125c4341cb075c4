package io.auralis.engine.fingerprint;

import io.auralis.engine.audio.MemoryTrack;
import java.util.SplittableRandom;

/** Twenty seconds of drums, bass and chords at 112 BPM: the same samples on every JVM. */
final class SynthesisedSong {
    static final int RATE_HZ = 44_100;
    private static final int SECONDS = 20;
    private static final double BEAT_SECONDS = 60 / 112.0;
    private static final double[] CHORD = {1, 1.259921, 1.498307, 2.377414};
    private static final double[] ROOTS_HZ = {110, 87.307, 130.813, 97.999};

    private SynthesisedSong() {}

    static MemoryTrack track() {
        return new MemoryTrack(RATE_HZ, samples());
    }

    /** Left and right, on the grid of 16 bits. */
    static double[][] samples() {
        SplittableRandom random = new SplittableRandom(25);
        double[][] samples = new double[2][SECONDS * RATE_HZ];
        for (int i = 0; i < SECONDS * RATE_HZ; i++) {
            double seconds = (double) i / RATE_HZ;
            double beats = seconds / BEAT_SECONDS;
            double inBeat = (beats - Math.floor(beats)) * BEAT_SECONDS;
            double inHalf = (2 * beats - Math.floor(2 * beats)) * BEAT_SECONDS / 2;
            boolean snare = (long) beats % 2 == 1;
            double root = ROOTS_HZ[(int) (beats / 4) % ROOTS_HZ.length];
            double kick = snare ? 0 : 0.4 * sine(55, inBeat) * StrictMath.exp(-12 * inBeat);
            double noise = random.nextDouble() - 0.5;
            double hiss = random.nextDouble() - 0.5;
            double drums = kick
                    + (snare ? 0.5 * noise * StrictMath.exp(-18 * inBeat) : 0)
                    + 0.15 * hiss * StrictMath.exp(-60 * inHalf);
            double bass = 0.12 * sine(root, seconds) + 0.04 * sine(2 * root, seconds);
            double left = 0;
            double right = 0;
            for (int note = 0; note < CHORD.length; note++) {
                left += 0.04 * sine(2 * root * CHORD[note], seconds);
                right += 0.04 * sine(2 * root * CHORD[note], seconds + 0.0007 * note);
            }
            samples[0][i] = Math.rint(32_768 * (drums + bass + left)) / 32_768;
            samples[1][i] = Math.rint(32_768 * (drums + bass + right)) / 32_768;
        }
        return samples;
    }

    private static double sine(double hertz, double seconds) {
        return StrictMath.sin(2 * Math.PI * hertz * seconds);
    }
}
