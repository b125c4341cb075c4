package io.auralis.engine.fingerprint;

/**
 * Splits a track into what lasts and what strikes (Fitzgerald 2010, "Harmonic/percussive separation using median
 * filtering"): a median over 31 frames keeps horizontal lines of the spectrogram, a median over 31 lines keeps vertical
 * ones, and soft masks of power 2 divide each point between them. Windows are cut off at the spectrogram's edges.
 *
 * <p>Powers are compared as the bits of floats, which order like the numbers as long as none is negative; the median of
 * squares is the square of the median, so powers serve for magnitudes.
 */
final class HarmonicPercussive {
    private static final int REACH = 15;
    private static final int WINDOW = 2 * REACH + 1;

    private final int first;
    private final int lines;
    private final int[][] rows;
    private final SortedWindows overTime;
    private final SortedWindows overLines = new SortedWindows(1, WINDOW);
    private long frames;
    private int held;
    private double harmonic;
    private double percussive;

    HarmonicPercussive(FrameGrid grid) {
        this.first = grid.lineAt(FrameGrid.LOWEST_HZ);
        this.lines = grid.lineAt(FrameGrid.HIGHEST_HZ) - first;
        this.rows = new int[WINDOW][lines];
        this.overTime = new SortedWindows(lines, WINDOW);
    }

    void accept(double[] power) {
        int[] row = rows[(int) (frames % WINDOW)];
        for (int line = 0; line < lines; line++) {
            int value = Float.floatToRawIntBits((float) power[first + line]);
            if (held == WINDOW) {
                overTime.replace(line, held, row[line], value);
            } else {
                overTime.insert(line, held, value);
            }
            row[line] = value;
        }
        held = Math.min(WINDOW, held + 1);
        frames++;
        if (frames > REACH) {
            judge(frames - 1 - REACH);
        }
    }

    /** Judges the last frames, for which less and less lies ahead. */
    void finish() {
        for (long frame = Math.max(0, frames - REACH); frame < frames; frame++) {
            long leaving = frame - REACH - 1;
            if (leaving >= 0) {
                int[] row = rows[(int) (leaving % WINDOW)];
                for (int line = 0; line < lines; line++) {
                    overTime.remove(line, held, row[line]);
                }
                held--;
            }
            judge(frame);
        }
    }

    /** Harmonic energy over harmonic plus percussive energy after separation, 0..1; 0 for silence. */
    double harmonicRatio() {
        double total = harmonic + percussive;
        return total == 0 ? 0 : harmonic / total;
    }

    private void judge(long frame) {
        int[] row = rows[(int) (frame % WINDOW)];
        int count = 0;
        for (int line = 0; line < Math.min(REACH, lines); line++) {
            overLines.insert(0, count++, row[line]);
        }
        for (int line = 0; line < lines; line++) {
            int entering = line + REACH;
            int leaving = line - REACH - 1;
            if (entering < lines && leaving >= 0) {
                overLines.replace(0, count, row[leaving], row[entering]);
            } else if (entering < lines) {
                overLines.insert(0, count++, row[entering]);
            } else if (leaving >= 0) {
                overLines.remove(0, count--, row[leaving]);
            }
            divide(row[line], overTime.median(line, held), overLines.median(0, count));
        }
    }

    private void divide(int point, int lasting, int striking) {
        double h = Float.intBitsToFloat(lasting);
        double p = Float.intBitsToFloat(striking);
        if (h + p > 0) {
            double mask = h / (h + p);
            double energy = Float.intBitsToFloat(point);
            harmonic += mask * mask * energy;
            percussive += (1 - mask) * (1 - mask) * energy;
        }
    }
}
