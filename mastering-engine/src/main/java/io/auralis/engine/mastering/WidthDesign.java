package io.auralis.engine.mastering;

import io.auralis.engine.match.TonalBalance;
import java.util.Arrays;

/**
 * Which gains of the side's bands bring a track to a width. Narrowing is one gain for all, as far as most
 * of the track is left. Widening is one gain for all
 * bands that have room for it: no band is widened beyond the point where its left and right are uncorrelated, which is where
 * its side is as strong as its mid; further, it would be quieter in mono than its sides are, and sound out of phase. What a
 * band is held back by, the others make up for. A band that is beyond that point already is left alone.
 *
 * <p>The side's power in a band is a quadratic form of the gains, since a frequency between two bands has a part of each
 * one's gain; it is summed up once, and then solved for the gains by bisection.
 */
final class WidthDesign {
    /** More than doubling the sides brings up their noise and the codec's artefacts. */
    private static final double MOST_GAIN = 2;

    /** Of the track's power. Where there is next to nothing in the middle, narrowing would leave next to nothing of the track. */
    private static final double LEAST_LEFT = 0.25;

    /** 60 dB under the whole, nobody hears what becomes of a band. */
    private static final double LEAST_SHARE = 1e-6;

    /** So that a band that is at its limit as it is does not count as over it. */
    private static final double ROUNDING = 1 + 1e-9;

    private static final int BANDS = WidthBands.COUNT;
    /** After so many halvings a gain is known to a ten-millionth. */
    private static final int HALVINGS = 24;
    /** A band's room depends on its neighbours' only where they meet; two rounds settle it, a few more do no harm. */
    private static final int ROUNDS = 5;

    /** Per band, of its side power, the parts of the products of two gains; gain 0 is that of the lows, which is 1. */
    private final double[][][] products = new double[BANDS][BANDS + 1][BANDS + 1];

    private final double[] limits = new double[BANDS];
    private final double side;

    private WidthDesign(double[] mid, double[] side, double lineHz) {
        double[] parts = new double[BANDS + 1];
        double[] sides = new double[BANDS];
        double[] mids = new double[BANDS];
        for (int line = 1; line < side.length; line++) {
            double hertz = line * lineHz;
            int band = WidthBands.bandAt(hertz);
            mids[band] += mid[line];
            sides[band] += side[line];
            partsAt(hertz, parts);
            for (int one = 0; one <= BANDS; one++) {
                for (int other = 0; parts[one] != 0 && other <= BANDS; other++) {
                    products[band][one][other] += side[line] * parts[one] * parts[other];
                }
            }
        }
        this.side = Arrays.stream(sides).sum();
        double audible = LEAST_SHARE * (this.side + Arrays.stream(mids).sum());
        for (int band = 0; band < BANDS; band++) {
            boolean heard = mids[band] + sides[band] > audible;
            limits[band] = heard ? ROUNDING * Math.max(mids[band], sides[band]) : Double.POSITIVE_INFINITY;
        }
    }

    /** How much of each gain a frequency has, that of the lows first; they add up to 1. */
    private static void partsAt(double hertz, double[] parts) {
        double entered = 1;
        for (int band = 0; band < BANDS; band++) {
            double next = WidthBands.entered(band, hertz);
            parts[band] = entered - next;
            entered = next;
        }
        parts[BANDS] = entered;
    }

    /**
     * @param energies the track's in all
     * @param balance how they lie over the frequencies
     * @param width to be reached, side energy over mid plus side energy
     */
    static WidthSetting of(MidSide energies, TonalBalance balance, double width) {
        return of(energies, balance.mid(), balance.side(), balance.lineHz(), width);
    }

    static WidthSetting of(MidSide energies, double[] mid, double[] side, double lineHz, double width) {
        double wanted = energies.sidePowerFor(width);
        return wanted <= 1 ? narrowed(energies, wanted) : new WidthDesign(mid, side, lineHz).widened(wanted);
    }

    /** @param wantedPower by what the side's power is to be multiplied, at most 1 */
    static WidthSetting narrowed(MidSide energies, double wantedPower) {
        double all = energies.mid() + energies.side();
        double leastPower = energies.side() == 0 ? 0 : (LEAST_LEFT * all - energies.mid()) / energies.side();
        return wantedPower < leastPower
                ? WidthSetting.uniform(Math.sqrt(leastPower)).whereNoMoreCanBeHad()
                : WidthSetting.uniform(Math.sqrt(wantedPower));
    }

    private WidthSetting widened(double wantedPower) {
        double[] room = room();
        double low = 1;
        double high = MOST_GAIN;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (low + high);
            if (power(upTo(middle, room)) < wantedPower * side) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double[] gains = upTo(high, room);
        boolean guarded = false;
        for (int band = 0; band < BANDS; band++) {
            guarded |= gains[band + 1] < high;
        }
        boolean exhausted = power(upTo(MOST_GAIN, room)) <= wantedPower * side;
        return new WidthSetting(1, Arrays.stream(gains).skip(1).boxed().toList(), guarded, exhausted);
    }

    /** All gains the same, but none over its band's room. */
    private static double[] upTo(double gain, double[] room) {
        double[] gains = room.clone();
        for (int band = 1; band <= BANDS; band++) {
            gains[band] = Math.min(gain, room[band]);
        }
        return gains;
    }

    /** The highest gain of each band that the guard allows, after that of the lows. */
    private double[] room() {
        double[] room = new double[BANDS + 1];
        Arrays.fill(room, MOST_GAIN);
        room[0] = 1;
        for (int round = 0; round < ROUNDS; round++) {
            for (int band = 0; band < BANDS; band++) {
                shrink(room, band, band + 1, band + 1);
                // What is still too much comes over the edges from the neighbours.
                shrink(room, band, Math.max(1, band), Math.min(BANDS, band + 2));
            }
        }
        return room;
    }

    /** Brings gains nearer to 1, by the same part of their way, until a band is within its limit. */
    private void shrink(double[] room, int band, int from, int to) {
        if (powerOf(band, room) <= limits[band]) {
            return;
        }
        double[] before = room.clone();
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = 0.5 * (low + high);
            scale(room, before, from, to, middle);
            if (powerOf(band, room) <= limits[band]) {
                low = middle;
            } else {
                high = middle;
            }
        }
        scale(room, before, from, to, low);
    }

    private static void scale(double[] room, double[] before, int from, int to, double part) {
        for (int i = from; i <= to; i++) {
            room[i] = 1 + part * (before[i] - 1);
        }
    }

    private double power(double[] gains) {
        double sum = 0;
        for (int band = 0; band < BANDS; band++) {
            sum += powerOf(band, gains);
        }
        return sum;
    }

    private double powerOf(int band, double[] gains) {
        double sum = 0;
        for (int one = 0; one <= BANDS; one++) {
            for (int other = 0; other <= BANDS; other++) {
                sum += products[band][one][other] * gains[one] * gains[other];
            }
        }
        return sum;
    }
}
