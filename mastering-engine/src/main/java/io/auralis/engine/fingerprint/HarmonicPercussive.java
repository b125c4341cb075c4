package io.auralis.engine.fingerprint;

import java.util.Arrays;

/**
 * Splits a track into what lasts and what strikes (Fitzgerald 2010, "Harmonic/percussive separation using median
 * filtering"): a median over 31 frames keeps horizontal lines of the spectrogram, a median over 31 lines keeps vertical
 * ones, and soft masks of power 2 divide each point between them. Windows are cut off at the spectrogram's edges.
 *
 * <p>Powers are compared as the bits of floats, which order like the numbers as long as none is negative; the median of
 * squares is the square of the median, so powers serve for magnitudes.
 */
final class HarmonicPercussive {
    private static final int REACH = MedianNetwork.REACH;
    /** Rows that two neighbouring windows see together. */
    private static final int HELD = MedianNetwork.WINDOW + 1;

    private final int first;
    private final int lines;
    private final int[][] rows;
    private final MedianNetwork overTime;
    private final MedianNetwork overLines;
    /** A row's numbers with those outside its edges; then every other one of them. */
    private final int[] padded;

    private final int[] evens;

    private final int[] odds;
    /** Medians over time, and over lines at the even and the odd ones. */
    private final int[] lasting;

    private final int[] strikingEven;
    private final int[] strikingOdd;
    private long frames;
    private double harmonic;
    private double percussive;

    HarmonicPercussive(FrameGrid grid) {
        this.first = grid.lineAt(FrameGrid.LOWEST_HZ);
        this.lines = grid.lineAt(FrameGrid.HIGHEST_HZ) - first;
        int pairs = (lines + 1) / 2;
        this.rows = new int[HELD][lines];
        this.overTime = new MedianNetwork(lines);
        this.overLines = new MedianNetwork(pairs);
        this.padded = new int[2 * (pairs + REACH + 1)];
        for (int i = 0; i < padded.length; i++) {
            int line = i - REACH - 1;
            padded[i] = MedianNetwork.outside(line < 0 ? -line : Math.max(1, line - lines + 1));
        }
        this.evens = new int[pairs + REACH + 1];
        this.odds = new int[pairs + REACH + 1];
        this.lasting = new int[lines];
        this.strikingEven = new int[pairs];
        this.strikingOdd = new int[pairs];
        // Before the first frame: all but the place that the first frame takes.
        for (int distance = 1; distance < HELD; distance++) {
            Arrays.fill(rows[HELD - distance], MedianNetwork.outside(distance));
        }
    }

    void accept(double[] power) {
        int[] row = rows[(int) (frames % HELD)];
        for (int line = 0; line < lines; line++) {
            row[line] = Float.floatToRawIntBits((float) power[first + line]);
        }
        frames++;
        long judged = frames - 1 - REACH - 1;
        if (judged >= 0 && judged % 2 == 0) {
            judgePair(judged, 2);
        }
    }

    /** Judges the last frames, for which less and less lies ahead. */
    void finish() {
        long heard = frames;
        long judged = Math.max(0, (heard - REACH) / 2 * 2);
        for (int distance = 1; judged < heard; distance++) {
            Arrays.fill(rows[(int) (frames % HELD)], MedianNetwork.outside(distance));
            frames++;
            if (frames - 1 - REACH - 1 == judged) {
                judgePair(judged, (int) Math.min(2, heard - judged));
                judged += 2;
            }
        }
    }

    /** Harmonic energy over harmonic plus percussive energy after separation, 0..1; 0 for silence. */
    double harmonicRatio() {
        double total = harmonic + percussive;
        return total == 0 ? 0 : harmonic / total;
    }

    /** Judges a frame and the next one, whose windows differ by one row each. */
    private void judgePair(long frame, int count) {
        for (int place = 0; place < 2 * REACH; place++) {
            System.arraycopy(row(frame - REACH + 1 + place), 0, overTime.row(place), 0, lines);
        }
        overTime.sort();
        judge(row(frame), row(frame - REACH));
        if (count == 2) {
            judge(row(frame + 1), row(frame + 1 + REACH));
        }
    }

    private int[] row(long frame) {
        return rows[(int) Math.floorMod(frame, (long) HELD)];
    }

    /** @param lastInTime the row that completes the frame's window over time */
    private void judge(int[] row, int[] lastInTime) {
        overTime.medians(lastInTime, 0, lasting);
        sortLines(row);
        overLines.medians(odds, 0, strikingEven);
        overLines.medians(evens, REACH + 1, strikingOdd);
        for (int line = 0; line < lines; line++) {
            int striking = line % 2 == 0 ? strikingEven[line / 2] : strikingOdd[line / 2];
            divide(row[line], lasting[line], striking);
        }
    }

    /** Lines 2j and 2j + 1 share those from 2j - 14 to 2j + 15; the first lacks 2j - 15 and the second 2j + 16. */
    private void sortLines(int[] row) {
        System.arraycopy(row, 0, padded, REACH + 1, lines);
        for (int i = 0; i < evens.length; i++) {
            evens[i] = padded[2 * i];
            odds[i] = padded[2 * i + 1];
        }
        int pairs = (lines + 1) / 2;
        for (int place = 0; place < 2 * REACH; place++) {
            int[] from = place % 2 == 0 ? evens : odds;
            System.arraycopy(from, 1 + place / 2, overLines.row(place), 0, pairs);
        }
        overLines.sort();
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
