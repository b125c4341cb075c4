package io.auralis.engine.transform;

import java.util.ArrayList;
import java.util.List;

/**
 * Discrete Fourier transforms down the columns of a matrix of complex numbers, in place: one transform for each column, all of
 * them at once, by decimation in frequency (Gentleman and Sande 1966).
 */
final class RowTransform {
    private final float[][] real;
    private final float[][] imaginary;
    /** What is done, in order: a plain list, so that the JVM compiles each kind's loop but once. */
    private final List<Runnable> steps = new ArrayList<>();

    /** @param rows a power of two of at least 2 */
    RowTransform(int rows, int columns) {
        this.real = new float[rows][columns];
        this.imaginary = new float[rows][columns];
        for (int length = rows; length >= 2; length /= 2) {
            for (int start = 0; start < rows; start += length) {
                for (int i = 0; i < length / 2; i++) {
                    addButterfly(start + i, start + i + length / 2, (double) i / length);
                }
            }
        }
    }

    /** A row of what is to be transformed, real part. */
    float[] real(int row) {
        return real[row];
    }

    /** A row of what is to be transformed, imaginary part. */
    float[] imaginary(int row) {
        return imaginary[row];
    }

    /** A row of the transform, real part. */
    float[] realLine(int line) {
        return real[place(line)];
    }

    /** A row of the transform, imaginary part. */
    float[] imaginaryLine(int line) {
        return imaginary[place(line)];
    }

    void run() {
        for (Runnable step : steps) {
            step.run();
        }
    }

    /** @param turns by which the lower row is turned back afterwards */
    private void addButterfly(int upper, int lower, double turns) {
        addSumAndDifference(real[upper], real[lower]);
        addSumAndDifference(imaginary[upper], imaginary[lower]);
        if (turns > 0) {
            float cosine = (float) StrictMath.cos(-2 * Math.PI * turns);
            float sine = (float) StrictMath.sin(-2 * Math.PI * turns);
            steps.add(() -> turn(real[lower], imaginary[lower], cosine, sine));
        }
    }

    private void addSumAndDifference(float[] a, float[] b) {
        steps.add(() -> sumAndDifference(a, b));
    }

    /** Lines come out in the order of their reversed bits. */
    private int place(int line) {
        return Integer.reverse(line) >>> (32 - Integer.numberOfTrailingZeros(real.length));
    }

    private static void sumAndDifference(float[] a, float[] b) {
        for (int i = 0; i < a.length; i++) {
            float x = a[i];
            float y = b[i];
            a[i] = x + y;
            b[i] = x - y;
        }
    }

    private static void turn(float[] real, float[] imaginary, float cosine, float sine) {
        for (int i = 0; i < real.length; i++) {
            float x = real[i];
            float y = imaginary[i];
            real[i] = x * cosine - y * sine;
            imaginary[i] = x * sine + y * cosine;
        }
    }
}
