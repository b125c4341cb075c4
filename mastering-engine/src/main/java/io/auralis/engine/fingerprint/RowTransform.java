package io.auralis.engine.fingerprint;

/**
 * Discrete Fourier transforms down the columns of a matrix of complex numbers, in place: one transform for each column, all of
 * them at once, by decimation in frequency (Gentleman and Sande 1966).
 */
final class RowTransform {
    private final float[][] real;
    private final float[][] imaginary;
    /** Of one turn divided by the number of rows. */
    private final float[] cosines;

    private final float[] sines;

    /** @param rows a power of two of at least 2 */
    RowTransform(int rows, int columns) {
        this.real = new float[rows][columns];
        this.imaginary = new float[rows][columns];
        this.cosines = new float[rows / 2];
        this.sines = new float[rows / 2];
        for (int i = 0; i < rows / 2; i++) {
            cosines[i] = (float) StrictMath.cos(-2 * Math.PI * i / rows);
            sines[i] = (float) StrictMath.sin(-2 * Math.PI * i / rows);
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
        int rows = real.length;
        for (int length = rows; length >= 2; length /= 2) {
            int half = length / 2;
            for (int start = 0; start < rows; start += length) {
                for (int i = 0; i < half; i++) {
                    sumAndDifference(real[start + i], real[start + i + half]);
                    sumAndDifference(imaginary[start + i], imaginary[start + i + half]);
                    if (i > 0) {
                        int turn = i * (rows / length);
                        turn(real[start + i + half], imaginary[start + i + half], cosines[turn], sines[turn]);
                    }
                }
            }
        }
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
