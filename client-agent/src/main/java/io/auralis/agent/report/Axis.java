package io.auralis.agent.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * From values to places along one side of a plot.
 *
 * @param from the value at its beginning
 * @param to the value at its end; more than {@code from}
 * @param logarithmic whether equal ratios are equally long
 * @param ticks the values that are labelled
 */
record Axis(double from, double to, boolean logarithmic, List<Tick> ticks) {
    /** @param label in a few characters */
    record Tick(double value, String label) {}

    /** So many labels fit beneath a plot on a phone. */
    private static final int MOST_TIMES = 6;

    private static final int[] TIME_STEPS = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1_200, 1_800, 3_600, 7_200};

    Axis {
        ticks = List.copyOf(ticks);
        if (!(from < to)) {
            throw new IllegalArgumentException("an axis must rise but goes from " + from + " to " + to);
        }
    }

    /** Where a value lies, 0 to 1; what is beyond an end lies at it. */
    double place(double value) {
        double place = logarithmic ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
        return Math.max(0, Math.min(1, place));
    }

    /** Seconds, labelled as minutes and seconds. */
    static Axis time(double seconds) {
        double end = Math.max(seconds, 0.1);
        int step = 14_400;
        for (int i = TIME_STEPS.length - 1; i >= 0 && end / TIME_STEPS[i] <= MOST_TIMES; i--) {
            step = TIME_STEPS[i];
        }
        List<Tick> ticks = new ArrayList<>();
        for (int at = 0; at <= end; at += step) {
            ticks.add(new Tick(at, clock(at)));
        }
        return new Axis(0, end, false, ticks);
    }

    /** For example 3:05, or 1:02:00. */
    static String clock(long seconds) {
        return seconds < 3_600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }

    /** Levels with a label at each multiple of a step. */
    static Axis levels(double from, double to, int step) {
        List<Tick> ticks = new ArrayList<>();
        for (int at = (int) Math.ceil(from / step) * step; at <= to; at += step) {
            ticks.add(new Tick(at, String.valueOf(at)));
        }
        return new Axis(from, to, false, ticks);
    }

    /** What is heard, labelled where there is room. */
    static Axis hertz() {
        return new Axis(
                22,
                22_400,
                true,
                List.of(
                        new Tick(50, "50"),
                        new Tick(100, "100"),
                        new Tick(500, "500"),
                        new Tick(1_000, "1k"),
                        new Tick(5_000, "5k"),
                        new Tick(10_000, "10k")));
    }
}
