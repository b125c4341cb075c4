package io.auralis.engine.mastering;

import io.auralis.engine.audio.MemoryTrack;
import java.util.SplittableRandom;

/** Tracks that differ in tone, level and width, and in nothing else. */
final class ColouredNoise {
    private ColouredNoise() {}

    /** Two channels of noise that falls toward the highs, with an equaliser of its own. */
    static MemoryTrack of(long seed, int rateHz, double level, double side, double airDb, double midDb) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] channels = new double[2][12 * rateHz];
        double[] filtered = new double[2];
        for (int i = 0; i < channels[0].length; i++) {
            for (int part = 0; part < 2; part++) {
                filtered[part] = 0.9 * filtered[part] + random.nextDouble() - 0.5;
            }
            channels[0][i] = level * (filtered[0] + side * filtered[1]);
            channels[1][i] = level * (filtered[0] - side * filtered[1]);
        }
        for (double[] channel : channels) {
            shelve(channel, rateHz, 5_000, airDb);
            shelve(channel, rateHz, 400, midDb);
            shelve(channel, rateHz, 1_600, -midDb);
            shelve(channel, rateHz, 60, -midDb);
            shelve(channel, rateHz, 160, midDb);
        }
        return new MemoryTrack(rateHz, channels);
    }

    private static void shelve(double[] channel, int rateHz, double hertz, double gainDb) {
        Biquad shelf = new Biquad(BiquadCoefficients.highShelf(hertz, Math.sqrt(0.5), gainDb, rateHz));
        for (int i = 0; i < channel.length; i++) {
            channel[i] = shelf.next(channel[i]);
        }
    }
}
