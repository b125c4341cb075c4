package io.auralis.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchTransformTest {
    /** Rounding of single precision through log2(size) steps, beside the root mean square of a line: 120 dB under at the worst of 65,536. */
    private static final double ROUNDING = 1e-6;

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 512, 1024, 2048, 8192, 65_536})
    void eachFrameOfABatchHasItsOwnTransform(int size) {
        Random random = new Random(size);
        BatchTransform transform = new BatchTransform(size);
        float[][] real = new float[transform.frames()][size];
        float[][] imaginary = new float[transform.frames()][size];
        for (int frame = 0; frame < transform.frames(); frame++) {
            for (int i = 0; i < size; i++) {
                real[frame][i] = (float) random.nextGaussian();
                imaginary[frame][i] = (float) random.nextGaussian();
            }
            transform.load(frame, real[frame], imaginary[frame]);
        }
        transform.run();
        float[] lines = new float[size];
        float[] imaginaryLines = new float[size];
        for (int frame : new int[] {0, transform.frames() - 1}) {
            transform.read(frame, lines, imaginaryLines);
            for (int k : new int[] {0, 1, size / 4 + 1, size / 2, size - 1, random.nextInt(size)}) {
                double[] expected = line(real[frame], imaginary[frame], k);
                assertThat((double) lines[k]).isCloseTo(expected[0], within(ROUNDING * Math.sqrt(size)));
                assertThat((double) imaginaryLines[k]).isCloseTo(expected[1], within(ROUNDING * Math.sqrt(size)));
            }
        }
    }

    private static double[] line(float[] real, float[] imaginary, int k) {
        double x = 0;
        double y = 0;
        for (int n = 0; n < real.length; n++) {
            double angle = -2 * Math.PI * ((long) k * n % real.length) / real.length;
            x += real[n] * Math.cos(angle) - imaginary[n] * Math.sin(angle);
            y += real[n] * Math.sin(angle) + imaginary[n] * Math.cos(angle);
        }
        return new double[] {x, y};
    }
}
