package io.auralis.simulator.music;

import java.util.SplittableRandom;

/** The instruments; each method is one note or hit, as one channel. Two notes of one instrument are never quite alike. */
final class Band {
    private final SplittableRandom random;

    Band(long seed) {
        this.random = new SplittableRandom(seed);
    }

    double[] kick() {
        double[] body = new double[Sound.frames(0.22)];
        double phase = 0;
        for (int i = 0; i < body.length; i++) {
            double time = (double) i / Sound.RATE_HZ;
            // The pitch falls as the skin settles.
            phase += (52 + 120 * Math.exp(-time / 0.025)) / Sound.RATE_HZ;
            body[i] = Math.sin(2 * Math.PI * phase);
        }
        double[] beater = Filter.highPass(Sound.noise(0.01, random), 2_000);
        return Sound.sum(Sound.shaped(body, 0.001, 0.35), scaled(beater, 0.15));
    }

    double[] snare() {
        double[] wires = Filter.lowPass(Filter.highPass(Sound.noise(0.25, random), 1_400), 4_500, 0.7);
        double[] skin = Sound.sine(190 + random.nextDouble(4), 0.15);
        return Sound.sum(Sound.shaped(wires, 0.0005, 0.22), scaled(Sound.shaped(skin, 0.0005, 0.16), 0.7));
    }

    double[] hat(boolean open) {
        double[] metal = Filter.highPass(Sound.noise(open ? 0.35 : 0.08, random), 7_500);
        return Sound.shaped(metal, 0.0003, open ? 0.45 : 0.07);
    }

    double[] crash() {
        double[] metal = Filter.highPass(Sound.noise(1.8, random), 4_000);
        return Sound.shaped(metal, 0.001, 2.2);
    }

    double[] bass(int note, double seconds) {
        double[] string = Sound.saw(Sound.hz(note), seconds, random.nextDouble(), 0);
        double[] round = Filter.lowPass(string, 420, 0.8);
        return Sound.shaped(Sound.sum(round, scaled(Sound.sine(Sound.hz(note), seconds), 0.6)), 0.004, seconds * 3);
    }

    /** A palm-muted power chord of a low-tuned, driven guitar: root, fifth, octave. */
    double[] mutedChord(int note, double seconds) {
        return Filter.lowPass(Sound.shaped(driven(note, seconds), 0.003, 0.55), 420, 0.7);
    }

    /** The same chord left to ring, through a cabinet. */
    double[] openChord(int note, double seconds) {
        double[] chord = driven(note, seconds);
        double[] body = Filter.lowPass(chord.clone(), 300, 0.7);
        double[] bite = Filter.lowPass(Filter.highPass(chord, 900), 4_200, 0.7);
        return Sound.shaped(Sound.sum(body, scaled(bite, 0.3)), 0.004, seconds * 5);
    }

    private double[] driven(int note, double seconds) {
        // A hand never frets twice alike: a few cents, and strings start anywhere in their swing.
        double root = note + random.nextDouble(-0.05, 0.05);
        double[] chord = Sound.saw(Sound.hz(root), seconds, random.nextDouble(), 0);
        Sound.sum(chord, scaled(Sound.saw(Sound.hz(root + 7.02), seconds, random.nextDouble(), 0), 0.8));
        Sound.sum(chord, scaled(Sound.saw(Sound.hz(root + 12), seconds, random.nextDouble(), 0), 0.5));
        return Sound.driven(chord, 1.6);
    }

    double[] lead(int note, double seconds) {
        double[] string = Sound.driven(Sound.saw(Sound.hz(note), seconds, random.nextDouble(), 18), 1.4);
        return Sound.shaped(Filter.lowPass(string, 4_800, 0.8), 0.01, seconds * 4);
    }

    /** One voice of a pad: a slow, soft swell. */
    double[] pad(int note, double seconds) {
        double[] voice = Sound.saw(Sound.hz(note + random.nextDouble(-0.06, 0.06)), seconds, random.nextDouble(), 0);
        return Sound.shaped(Filter.lowPass(voice, 1_900, 0.7), 0.12, seconds * 4);
    }

    /** A plucked string (Karplus and Strong 1983). */
    double[] pluck(int note, double seconds) {
        double[] string = new double[Sound.frames(seconds)];
        int period = (int) Math.round(Sound.RATE_HZ / Sound.hz(note));
        double[] pick = Filter.lowPass(Sound.noise((double) period / Sound.RATE_HZ, random), 5_000, 0.7);
        System.arraycopy(pick, 0, string, 0, Math.min(pick.length, string.length));
        for (int i = period + 1; i < string.length; i++)
            string[i] = 0.996 * (string[i - period] + string[i - period - 1]) / 2;
        return Sound.shaped(string, 0.0005, seconds * 3);
    }

    static double[] scaled(double[] samples, double gain) {
        for (int i = 0; i < samples.length; i++) samples[i] *= gain;
        return samples;
    }
}
