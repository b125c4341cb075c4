package io.auralis.engine.fingerprint;

import java.util.Arrays;

/**
 * Splits a track into what lasts and what strikes (Fitzgerald 2010, "Harmonic/percussive separation using median filtering"):
 * a median over 17 frames keeps horizontal lines of the spectrogram, a median over 17 lines keeps vertical ones, and soft
 * masks of power 2 divide each point between them. Windows are cut off at the spectrogram's edges.
 *
 * <p>Powers are kept as 15-bit numbers that order as they do, in steps of 0.2 % down to -138 dBFS; the median of squares is the
 * square of the median, so powers serve for magnitudes. Line {@code 8 (j + laneColumns · lane) + k} of a frame is a quarter of
 * the {@code long} in column j of its part k, so that all numbers eight steps apart stand side by side, for both filters.
 */
final class HarmonicPercussive {
    private static final int TOGETHER = RunningMedians.TOGETHER;
    private static final int REACH = RunningMedians.REACH;
    /** Of a float's 23 bits of fraction, 9 stay. */
    private static final int DROPPED_BITS = 14;
    /** The float 2^-46 becomes 0. */
    private static final int OFFSET = 127 - 46 << 9;

    private final int first;
    private final int lines;
    private final int laneColumns;
    /** Columns of a part with the neighbour on each side. */
    private final int columns;

    private final long[][] frames;
    /** All bits of those numbers that are lines. */
    private final long[] inside;

    private final int[] lineOf;
    private final RunningMedians overTime;
    private final RunningMedians overLines;
    private long count;
    private double harmonic;
    private double percussive;

    HarmonicPercussive(FrameGrid grid) {
        this.first = grid.lineAt(FrameGrid.LOWEST_HZ);
        this.lines = grid.lineAt(FrameGrid.HIGHEST_HZ) - first;
        this.laneColumns = (lines + TOGETHER * RunningMedians.LANES - 1) / (TOGETHER * RunningMedians.LANES);
        this.columns = laneColumns + 2;
        this.frames = new long[RunningMedians.ROWS][TOGETHER * columns];
        this.inside = new long[TOGETHER * columns];
        this.lineOf = new int[RunningMedians.LANES * TOGETHER * columns];
        this.overTime = new RunningMedians(TOGETHER * columns);
        this.overLines = new RunningMedians(TOGETHER * laneColumns);
        for (int i = 0; i < lineOf.length; i++) {
            int place = i / RunningMedians.LANES;
            int column = place % columns - 1 + laneColumns * (i % RunningMedians.LANES);
            lineOf[i] = TOGETHER * column + place / columns;
            if (lineOf[i] >= 0 && lineOf[i] < lines) {
                inside[place] |= (long) RunningMedians.LARGEST << RunningMedians.LANE_BITS * (i % RunningMedians.LANES);
            }
        }
        for (int distance = 1; distance <= REACH; distance++) {
            fillOutside(-distance, distance);
        }
    }

    void accept(float[] power) {
        pack(power, row(count));
        count++;
        if (count >= 2 * TOGETHER && count % TOGETHER == 0) {
            judge(count - 2 * TOGETHER, TOGETHER);
        }
    }

    /** Judges the last frames, for which less and less lies ahead. */
    void finish() {
        long heard = count;
        long next = Math.max(0, heard / TOGETHER - 1) * TOGETHER;
        for (int distance = 1; next < heard; distance++) {
            fillOutside(count, distance);
            count++;
            if (count == next + 2 * TOGETHER) {
                judge(next, (int) Math.min(TOGETHER, heard - next));
                next += TOGETHER;
            }
        }
    }

    /** Harmonic energy over harmonic plus percussive energy after separation, 0..1; 0 for silence. */
    double harmonicRatio() {
        double total = harmonic + percussive;
        return total == 0 ? 0 : harmonic / total;
    }

    private long[] row(long frame) {
        return frames[(int) Math.floorMod(frame, (long) RunningMedians.ROWS)];
    }

    private void fillOutside(long frame, int distance) {
        Arrays.fill(row(frame), RunningMedians.outside(distance) * 0x0001_0001_0001_0001L);
    }

    private void pack(float[] power, long[] packed) {
        int at = 0;
        for (int place = 0; place < packed.length; place++) {
            long lanes = 0;
            for (int lane = 0; lane < RunningMedians.LANES; lane++) {
                lanes |= (long) number(power, lineOf[at]) << RunningMedians.LANE_BITS * lane;
                at++;
            }
            packed[place] = lanes;
        }
    }

    private int number(float[] power, int line) {
        if (line < 0 || line >= lines) {
            return RunningMedians.outside(line < 0 ? -line : line - lines + 1);
        }
        int rounded = Float.floatToRawIntBits(power[first + line]) + (1 << DROPPED_BITS - 1) >> DROPPED_BITS;
        return Math.max(0, Math.min(RunningMedians.LARGEST, rounded - OFFSET));
    }

    /** Judges eight frames, or the first of them that there are. */
    private void judge(long frame, int howMany) {
        for (int place = 0; place < RunningMedians.ROWS; place++) {
            System.arraycopy(row(frame - REACH + place), 0, overTime.row(place), 0, TOGETHER * columns);
        }
        overTime.run();
        for (int place = 0; place < RunningMedians.ROWS; place++) {
            int from = place % TOGETHER * columns + place / TOGETHER;
            for (int i = 0; i < TOGETHER; i++) {
                System.arraycopy(row(frame + i), from, overLines.row(place), i * laneColumns, laneColumns);
            }
        }
        overLines.run();
        for (int i = 0; i < howMany; i++) {
            for (int part = 0; part < TOGETHER; part++) {
                divide(
                        row(frame + i),
                        overTime.medians(i),
                        part * columns + 1,
                        overLines.medians(part),
                        i * laneColumns);
            }
        }
    }

    /** Divides one part of a frame between what lasts and what strikes. */
    private void divide(long[] points, long[] lasting, int from, long[] striking, int strikingFrom) {
        double h = 0;
        double p = 0;
        for (int i = 0; i < laneColumns; i++) {
            long point = points[from + i] & inside[from + i];
            long last = lasting[from + i];
            long strike = striking[strikingFrom + i];
            for (int lane = 0; lane < RunningMedians.LANES; lane++) {
                float share = power((int) last) / (power((int) last) + power((int) strike));
                float energy = ((int) point & RunningMedians.LARGEST) == 0 ? 0 : power((int) point);
                h += share * share * energy;
                p += (1 - share) * (1 - share) * energy;
                point >>>= RunningMedians.LANE_BITS;
                last >>>= RunningMedians.LANE_BITS;
                strike >>>= RunningMedians.LANE_BITS;
            }
        }
        harmonic += h;
        percussive += p;
    }

    /** The power that the lowest lane's number stands for. */
    private static float power(int lane) {
        return Float.intBitsToFloat((lane & RunningMedians.LARGEST) + OFFSET << DROPPED_BITS);
    }
}
