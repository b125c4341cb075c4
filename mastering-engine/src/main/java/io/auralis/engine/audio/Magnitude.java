package io.auralis.engine.audio;

/**
 * How far a number is from zero, as a whole number: the upper half of its bits without the sign, which are in the order of the
 * numbers. The processor finds the greatest of many without a branch; comparing the numbers themselves takes a branch for
 * each, which it guesses, and of short rows mostly wrong.
 */
public final class Magnitude {
    private Magnitude() {}

    /** At least 0; numbers of one magnitude are within a millionth of each other. */
    public static int of(double number) {
        return (int) (Double.doubleToRawLongBits(number) >>> Integer.SIZE) & Integer.MAX_VALUE;
    }

    /** The least number above all of a magnitude. */
    public static double above(int magnitude) {
        return Double.longBitsToDouble((magnitude + 1L) << Integer.SIZE);
    }
}
