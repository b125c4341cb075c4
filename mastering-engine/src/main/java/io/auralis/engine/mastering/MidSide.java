package io.auralis.engine.mastering;

/**
 * Energies of a stereo signal, from which its width after any widening follows.
 *
 * @param mid of (L + R) / 2
 * @param side of (L - R) / 2
 * @param sideTimesHigh mean product of the side and its part above {@link Widener#MONO_BELOW_HZ}
 * @param high of that part
 */
record MidSide(double mid, double side, double sideTimesHigh, double high) {
    /** More than doubling the sides brings up their noise and the codec's artefacts. */
    private static final double MOST_SIDE_GAIN = 2;

    double width() {
        return mid + side == 0 ? 0 : side / (mid + side);
    }

    /** The side gain that gives a width, within 0..{@value #MOST_SIDE_GAIN}. */
    double sideGainFor(double width) {
        if (side == 0 || width >= 1) {
            return 1;
        }
        double wantedSide = width / (1 - width) * mid;
        if (wantedSide <= side) {
            return Math.sqrt(wantedSide / side);
        }
        if (high == 0) {
            return 1;
        }
        // side + 2 x sideTimesHigh + x^2 high = wantedSide, where x is the gain less 1
        double root = Math.sqrt(sideTimesHigh * sideTimesHigh + high * (wantedSide - side));
        return Math.min(MOST_SIDE_GAIN, 1 + (root - sideTimesHigh) / high);
    }

    /** The width that a side gain gives. */
    double widthAt(double sideGain) {
        double x = sideGain - 1;
        double changed = sideGain <= 1 ? side * sideGain * sideGain : side + 2 * x * sideTimesHigh + x * x * high;
        return mid + changed == 0 ? 0 : changed / (mid + changed);
    }
}
