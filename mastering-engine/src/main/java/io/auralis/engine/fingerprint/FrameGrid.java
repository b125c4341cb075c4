package io.auralis.engine.fingerprint;

/**
 * How a track is cut into overlapping frames for spectra, chosen by time so that any rate gives comparable figures.
 *
 * @param sampleRateHz of the track
 * @param size samples in a frame, a power of two
 * @param hop samples between the starts of frames
 */
record FrameGrid(int sampleRateHz, int size, int hop) {
    /** 2,048 samples at 44.1 kHz, as is usual for onsets and timbre. */
    private static final double SHORT_SECONDS = 2048 / 44_100.0;
    /** 8,192 samples at 44.1 kHz: lines 5.4 Hz apart, which tell sub-bass from bass and semitones above 200 Hz. */
    private static final double LONG_SECONDS = 8192 / 44_100.0;

    /** What is heard at all, and what the spectral dimensions look at, so that a high sample rate adds nothing to them. */
    static final double LOWEST_HZ = 20;

    static final double HIGHEST_HZ = 20_000;

    /** Mean square of -70 dBFS. As with loudness, what is softer does not count as sound. */
    private static final double SOUNDING = 1e-7;

    static FrameGrid ofShortFrames(int sampleRateHz) {
        int size = powerOfTwo(SHORT_SECONDS * sampleRateHz);
        return new FrameGrid(sampleRateHz, size, size / 4);
    }

    static FrameGrid ofLongFrames(int sampleRateHz) {
        int size = powerOfTwo(LONG_SECONDS * sampleRateHz);
        return new FrameGrid(sampleRateHz, size, size / 2);
    }

    /** Lines of a spectrum, from 0 Hz to half the sample rate. */
    int lines() {
        return size / 2 + 1;
    }

    double hertz(int line) {
        return (double) line * sampleRateHz / size;
    }

    /** The first line at or above a frequency, at most {@link #lines()}. */
    int lineAt(double hertz) {
        return (int) Math.min(lines(), Math.ceil(hertz * size / sampleRateHz));
    }

    double framesPerSecond() {
        return (double) sampleRateHz / hop;
    }

    /** Mean square of the frame that has this spectrum, full scale 1, by Parseval's theorem for a Hann window. */
    static double meanSquare(float[] power) {
        double sum = 0;
        for (float line : power) {
            sum += line;
        }
        return sum / 3;
    }

    /** Whether a frame of this mean square is loud enough to count. */
    static boolean sounds(double meanSquare) {
        return meanSquare > SOUNDING;
    }

    private static int powerOfTwo(double near) {
        return 1 << (int) Math.round(StrictMath.log(near) / StrictMath.log(2));
    }
}
