package io.auralis.engine.curves;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * Takes any number of values and keeps a bounded number of columns: when all are full, neighbours are merged, and from
 * there on a column takes twice as many values. So a long track is drawn as wide as a short one, from one pass.
 */
final class Columns {
    /** More than the page is wide; even, so that neighbours pair up. */
    static final int MOST = 1_000;

    private final DoubleBinaryOperator merge;
    private final double[] values = new double[MOST];
    private int full;
    private long perColumn = 1;
    private double open;
    private long inOpen;

    /** @param merge of two values or columns; need not be told which came first */
    Columns(DoubleBinaryOperator merge) {
        this.merge = merge;
    }

    void add(double value) {
        open = inOpen == 0 ? value : merge.applyAsDouble(open, value);
        inOpen++;
        if (inOpen == perColumn) {
            values[full] = open;
            full++;
            inOpen = 0;
            if (full == MOST) {
                mergeNeighbours();
            }
        }
    }

    private void mergeNeighbours() {
        full = MOST / 2;
        for (int i = 0; i < full; i++) {
            values[i] = merge.applyAsDouble(values[2 * i], values[2 * i + 1]);
        }
        perColumn *= 2;
    }

    /** How many values a column holds; the last one may hold fewer. */
    long perColumn() {
        return perColumn;
    }

    /** @param value from what a column merged, and how many values that were, to what is drawn */
    List<Double> finish(DoubleBinaryOperator value) {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < full; i++) {
            all.add(value.applyAsDouble(values[i], (double) perColumn));
        }
        if (inOpen > 0) {
            all.add(value.applyAsDouble(open, (double) inOpen));
        }
        return all;
    }
}
