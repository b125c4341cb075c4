package io.auralis.engine.mastering;

/**
 * Energies of a stereo signal.
 *
 * @param mid of (L + R) / 2
 * @param side of (L - R) / 2
 */
record MidSide(double mid, double side) {
    /** Side energy over mid plus side energy. */
    double width() {
        return mid + side == 0 ? 0 : side / (mid + side);
    }

    /** By what the side's energy must be multiplied to come to a width under 1. */
    double sidePowerFor(double width) {
        return side == 0 || width >= 1 ? 1 : width / (1 - width) * mid / side;
    }

    /** The same with the side's energy multiplied. */
    MidSide withSidePower(double power) {
        return new MidSide(mid, side * power);
    }
}
