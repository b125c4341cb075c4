package io.auralis.engine.mastering;

/**
 * Two moving means in series on two channels, as running sums. One sum waits for the one before it, so the four of them go
 * in one loop, which the processor works on at once (see {@link BiquadCascade}).
 */
final class MeanPair {
    private final int first;
    private final int second;
    private final double scale;
    private final double[] between;
    private final double[] otherBetween;
    private double sum;
    private double meanSum;
    private double otherSum;
    private double otherMeanSum;

    /**
     * @param first frames of the first mean
     * @param second frames of the second mean
     * @param mostFrames that one call takes
     */
    MeanPair(int first, int second, int mostFrames) {
        this.first = first;
        this.second = second;
        this.scale = 1.0 / ((double) first * second);
        this.between = new double[second + mostFrames];
        this.otherBetween = new double[second + mostFrames];
    }

    /**
     * @param from where the input's frames begin; as many as the first mean has must lie before them, of the last call
     * @param to where the output's begin
     */
    void process(double[] in, double[] otherIn, int from, double[] out, double[] otherOut, int to, int frames) {
        double a = sum;
        double b = meanSum;
        double c = otherSum;
        double d = otherMeanSum;
        for (int i = 0; i < frames; i++) {
            a += in[from + i] - in[from + i - first];
            between[second + i] = a;
            b += a - between[i];
            out[to + i] = b * scale;
            c += otherIn[from + i] - otherIn[from + i - first];
            otherBetween[second + i] = c;
            d += c - otherBetween[i];
            otherOut[to + i] = d * scale;
        }
        sum = a;
        meanSum = b;
        otherSum = c;
        otherMeanSum = d;
        System.arraycopy(between, frames, between, 0, second);
        System.arraycopy(otherBetween, frames, otherBetween, 0, second);
    }
}
