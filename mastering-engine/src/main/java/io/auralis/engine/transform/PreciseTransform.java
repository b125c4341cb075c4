package io.auralis.engine.transform;

import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.utils.CommonUtils;

/** Makes transforms in double precision that stay on the caller's thread. */
public final class PreciseTransform {
    static {
        // A batch is parallel over tracks, and threads inside one transform cost more than they give.
        CommonUtils.setThreadsBeginN_1D_FFT_2Threads(1L << 30);
        CommonUtils.setThreadsBeginN_1D_FFT_4Threads(1L << 30);
    }

    private PreciseTransform() {}

    public static DoubleFFT_1D of(int size) {
        return new DoubleFFT_1D(size);
    }

    /** The power of two nearest to so many samples. */
    public static int sizeNear(double seconds, int sampleRateHz) {
        return 1 << (int) Math.round(StrictMath.log(seconds * sampleRateHz) / StrictMath.log(2));
    }
}
