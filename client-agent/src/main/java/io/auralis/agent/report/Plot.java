package io.auralis.agent.report;

import io.auralis.agent.report.Axis.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A plot as inline SVG that stretches to the page's width. Its labels are text of the page around it, so that they are as
 * large on a phone as on a desk; to those who hear the page, title and description say what the picture shows.
 */
final class Plot {
    /** In whole numbers that many fine, which no screen's dots are finer than. */
    private static final int WIDTH = 4_000;

    private static final int HEIGHT = 1_000;
    /** Half a label on a phone. */
    private static final double NEAR_END = 0.04;

    private final Axis across;
    private final Axis up;
    private final List<String[]> paths = new ArrayList<>();

    Plot(Axis across, Axis up) {
        this.across = across;
        this.up = up;
        for (Tick tick : up.ticks()) {
            level(tick.value(), "grid");
        }
    }

    /** Where a value is not finite the line breaks. */
    Plot line(double[] x, double[] y, String style) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int i = 0; i < x.length; i++) {
            if (Double.isFinite(y[i])) {
                path.append(drawing ? 'L' : 'M').append(point(x[i], y[i]));
            }
            drawing = Double.isFinite(y[i]);
        }
        return path(path, style);
    }

    /** The space between two lines over the same places. */
    Plot between(double[] x, double[] low, double[] high, String style) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            path.append(i == 0 ? 'M' : 'L').append(point(x[i], high[i]));
        }
        for (int i = x.length - 1; i >= 0; i--) {
            path.append('L').append(point(x[i], low[i]));
        }
        return path(path.append(x.length == 0 ? "" : "Z"), style);
    }

    /** A bar from zero. */
    Plot bar(double fromX, double toX, double y, String style) {
        return path(
                new StringBuilder("M")
                        .append(point(fromX, 0))
                        .append('L')
                        .append(point(fromX, y))
                        .append('L')
                        .append(point(toX, y))
                        .append('L')
                        .append(point(toX, 0))
                        .append('Z'),
                style);
    }

    /** A line across. */
    Plot level(double y, String style) {
        if (Double.isFinite(y)) {
            int at = (int) Math.round((1 - up.place(y)) * HEIGHT);
            path(new StringBuilder("M0," + at + "H" + WIDTH), style);
        }
        return this;
    }

    private Plot path(StringBuilder path, String style) {
        if (!path.isEmpty()) {
            paths.add(new String[] {path.toString(), style});
        }
        return this;
    }

    private String point(double x, double y) {
        return Math.round(across.place(x) * WIDTH) + "," + Math.round((1 - up.place(y)) * HEIGHT);
    }

    /**
     * @param id of the page's own, by which title and description are found
     * @param title what it is
     * @param description what it shows, in figures
     */
    void write(Markup page, String id, String title, String description) {
        page.open("div", "class", "plot");
        page.open(
                "svg",
                "viewBox",
                "0 0 " + WIDTH + " " + HEIGHT,
                "preserveAspectRatio",
                "none",
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-desc");
        page.element("title", title, "id", id + "-title");
        page.element("desc", description, "id", id + "-desc");
        for (String[] path : paths) {
            page.empty("path", "class", path[1], "d", path[0]);
        }
        page.close("svg");
        for (Tick tick : up.ticks()) {
            label(page, "y", "top", 1 - up.place(tick.value()), tick.label());
        }
        for (Tick tick : across.ticks()) {
            double place = across.place(tick.value());
            // A label in the middle of an end would run into those of the other axis, or over the page's edge.
            String end = place < NEAR_END ? " first" : place > 1 - NEAR_END ? " last" : "";
            label(page, "x" + end, "left", place, tick.label());
        }
        page.close("div");
    }

    private static void label(Markup page, String axis, String side, double place, String text) {
        String percent = String.format(Locale.ROOT, "%s:%.2f%%", side, 100 * place);
        page.element("span", text, "class", axis, "style", percent, "aria-hidden", "true");
    }
}
