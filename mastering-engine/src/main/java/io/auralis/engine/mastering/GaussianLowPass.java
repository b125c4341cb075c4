package io.auralis.engine.mastering;

/**
 * A low-pass without phase for two channels: four moving means in series, whose kernel comes near to a bell curve
 * (P. S. Heckbert, "Filtering by Repeated Integration", SIGGRAPH 1986). The kernel is symmetric and nowhere negative, so
 * that it neither turns phases nor rings, and whatever its length it costs eight additions a sample.
 *
 * <p>A mean is a running sum; what rounding leaves in it is under -200 dB after a day at 192 kHz.
 */
final class GaussianLowPass {
    private final int longer;
    private final int shorter;
    private final MeanPair outer;
    private final MeanPair inner;
    private final double[] middle;
    private final double[] otherMiddle;

    /**
     * @param halfHz where the amplitude is half; means are whole samples long, which moves it by up to a tenth where it is
     *     a ninth of the rate, and by less below
     * @param mostFrames that one call takes
     */
    GaussianLowPass(double halfHz, int sampleRateHz, int mostFrames) {
        // A bell of standard deviation s has the amplitude exp(-2 (pi f s)^2); n samples' mean has the variance
        // (n^2 - 1) / 12. Two and two means are of a length, so that the middle of the kernel is a sample.
        double deviation = Math.sqrt(Math.log(2) / 2) * sampleRateHz / (Math.PI * halfHz);
        double squares = 6 * deviation * deviation + 2;
        int length = Math.max(1, (int) Math.sqrt(squares / 2));
        this.shorter = length;
        int next = length + 1;
        double even = squares - 2.0 * length * length;
        double mixed = length * length + (double) next * next - squares;
        this.longer = even < Math.abs(mixed) ? length : next;
        this.outer = new MeanPair(longer, shorter, mostFrames);
        this.inner = new MeanPair(longer, shorter, mostFrames);
        this.middle = new double[longer + mostFrames];
        this.otherMiddle = new double[longer + mostFrames];
    }

    /** By how many frames the kernel's middle lags behind. */
    int delayFrames() {
        return longer + shorter - 2;
    }

    /** How many frames before the first one are looked at. */
    int reachFrames() {
        return longer;
    }

    /** Amplitude at a frequency, 1 at 0 Hz. */
    double amplitude(double hertz, int sampleRateHz) {
        double angle = Math.PI * hertz / sampleRateHz;
        double means = mean(longer, angle) * mean(shorter, angle);
        return means * means;
    }

    private static double mean(int length, double angle) {
        return angle == 0 ? 1 : Math.sin(length * angle) / (length * Math.sin(angle));
    }

    /**
     * Filters frames of two channels.
     *
     * @param from where the input's frames begin; {@link #reachFrames()} must lie before them, of the last call
     * @param to where the output's begin
     */
    void process(double[] in, double[] otherIn, int from, double[] out, double[] otherOut, int to, int frames) {
        outer.process(in, otherIn, from, middle, otherMiddle, longer, frames);
        inner.process(middle, otherMiddle, longer, out, otherOut, to, frames);
        System.arraycopy(middle, frames, middle, 0, longer);
        System.arraycopy(otherMiddle, frames, otherMiddle, 0, longer);
    }
}
