package io.auralis.publisher.cli;

import io.auralis.contracts.taste.TasteDimension;
import io.auralis.publisher.wording.Figures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The contributors' wishes as a plot of text: one row per grid step, from the lowest to the highest that stands out. */
final class WishHistogram {
    private static final int WIDTH = 40;

    /** At the ends, rows below a tenth of the highest are left out: with a few hundred contributors they are noise. */
    private static final double LEAST_SHARE = 0.1;

    private WishHistogram() {}

    /** @param histogram noisy contributors per delta, from minus to plus the dimension's limit in grid steps */
    static List<String> lines(List<Long> histogram, TasteDimension dimension) {
        if (histogram.size() != 2 * dimension.limitSteps() + 1) {
            return List.of();
        }
        long most = Collections.max(histogram);
        if (most <= 0) {
            return List.of();
        }
        int first = 0;
        int last = histogram.size() - 1;
        while (histogram.get(first) < most * LEAST_SHARE) {
            first++;
        }
        while (histogram.get(last) < most * LEAST_SHARE) {
            last--;
        }
        Table table = new Table();
        for (int i = first; i <= last; i++) {
            long count = Math.max(0, histogram.get(i));
            String wish = Figures.signed(dimension.fromSteps(i - dimension.limitSteps()));
            table.row(
                    "  " + Figures.with(wish, dimension.unit()),
                    "#".repeat((int) Math.round((double) count * WIDTH / most)) + " " + count);
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Contributors by wish:");
        lines.addAll(table.lines());
        return lines;
    }
}
