package io.auralis.engine.mastering;

import io.auralis.engine.audio.AudioBlock;
import io.auralis.engine.audio.AudioFormat;
import java.util.stream.IntStream;
import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.utils.CommonUtils;

/**
 * The tone equaliser with linear phase: convolution with a symmetric kernel whose magnitude is the design's, by FFT
 * (overlap-save).
 *
 * <p>The kernel lies around the origin, so its spectrum is real and a block is filtered by as many products as it has
 * lines. It is half a transform long, and each transform gives the other half as samples.
 */
final class LinearPhaseEqualiser implements Stage {
    static {
        // As for the fingerprint: a batch is parallel over tracks, and threads inside a transform cost more than they
        // give.
        CommonUtils.setThreadsBeginN_1D_FFT_2Threads(1L << 30);
        CommonUtils.setThreadsBeginN_1D_FFT_4Threads(1L << 30);
    }

    /**
     * The kernel reaches at least 1/24 s to either side. The slowest part of a response, a shelf at 250 Hz with a Q of
     * 2.6, has died away to a millionth by then.
     */
    private static final int TRANSFORMS_PER_SECOND = 6;

    private final int size;
    private final int step;
    private final DoubleFFT_1D transform;
    private final double[] gains;
    private final double[][] windows;
    private final double[][] ready;
    private final double[] scratch;
    private int at;

    LinearPhaseEqualiser(AudioFormat format, ToneDesign design) {
        this.size = Integer.highestOneBit(2 * format.sampleRateHz() / TRANSFORMS_PER_SECOND - 1);
        this.step = size / 2;
        this.transform = new DoubleFFT_1D(size);
        this.gains = gains(design);
        this.windows = new double[format.channels()][size];
        this.ready = new double[format.channels()][step];
        this.scratch = new double[size];
    }

    @Override
    public int latencyFrames() {
        return step + size / 4;
    }

    @Override
    public void process(AudioBlock block) {
        int from = 0;
        while (from < block.frames()) {
            int count = Math.min(step - at, block.frames() - from);
            for (int channel = 0; channel < windows.length; channel++) {
                double[] samples = block.channel(channel);
                System.arraycopy(samples, from, windows[channel], size - step + at, count);
                System.arraycopy(ready[channel], at, samples, from, count);
            }
            from += count;
            at += count;
            if (at == step) {
                for (int channel = 0; channel < windows.length; channel++) {
                    convolve(windows[channel], ready[channel]);
                }
                at = 0;
            }
        }
    }

    private void convolve(double[] window, double[] out) {
        System.arraycopy(window, 0, scratch, 0, size);
        transform.realForward(scratch);
        scratch[0] *= gains[0];
        scratch[1] *= gains[step];
        for (int line = 1; line < step; line++) {
            scratch[2 * line] *= gains[line];
            scratch[2 * line + 1] *= gains[line];
        }
        transform.realInverse(scratch, true);
        // Where the kernel would reach beyond the window it has wrapped around.
        System.arraycopy(scratch, size / 4, out, 0, step);
        System.arraycopy(window, step, window, 0, size - step);
    }

    /** The kernel's spectrum, linear, line 0 to {@link #step}. */
    private double[] gains(ToneDesign design) {
        double lineHz = (double) design.sampleRateHz() / size;
        double[] responsesDb = design.responsesDb(IntStream.rangeClosed(0, step).mapToDouble(line -> line * lineHz));
        double[] kernel = new double[size];
        for (int line = 0; line <= step; line++) {
            kernel[line == step ? 1 : 2 * line] = Decibels.toRatio(responsesDb[line]);
        }
        transform.realInverse(kernel, true);
        for (int i = size / 4 + 1; i < size - size / 4; i++) {
            kernel[i] = 0;
        }
        transform.realForward(kernel);
        double[] real = new double[step + 1];
        for (int line = 0; line <= step; line++) {
            real[line] = kernel[line == step ? 1 : 2 * line];
        }
        return real;
    }
}
